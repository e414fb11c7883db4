package user;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassPathTest {
    /** openstack4j-core and openstack4j-okhttp 3.12 with client-java 27.0.0, as Maven resolves the three. */
    private static final long NAIVE_BYTES = 47_575_939;

    /** What users get; raise a version here when it is raised in the libraries. */
    private static final Map<String, String> WANTED = Map.of(
            "bcprov-jdk18on", "1.86",
            "client-java", "27.0.0",
            "guava", "33.8.0-jre",
            "jackson-core", "2.22.4",
            "jackson-databind", "2.22.4",
            "jackson-dataformat-yaml", "2.22.4",
            "json-patch", "1.13",
            "okhttp-jvm", "5.4.0",
            "openstack4j-core", "3.12",
            "snakeyaml", "2.7");

    private static final List<File> JARS = Stream.of(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator))
            .map(File::new)
            .filter(file -> file.getName().endsWith(".jar"))
            .filter(jar -> !jar.getPath().matches(".*/(junit|surefire|opentest4j|apiguardian)/.*"))
            .toList();

    @Test
    void versions_areTheWantedOnesAndOnlyThose() {
        WANTED.forEach((artifact, version) -> assertEquals(
                new TreeSet<>(List.of(artifact + "-" + version + ".jar")), jars(artifact + "-[0-9].*")));
    }

    @Test
    void excluded_isNotThere() {
        assertEquals(
                new TreeSet<>(),
                jars("client-java-proto-.*|protobuf-.*|okhttp-[0-3].*|jsr305-.*|openstack4j-(okhttp|jersey2|httpclient).*"));
        assertTrue(JARS.stream().noneMatch(jar -> jar.getPath().contains("/com/github/fge/")));
    }

    @Test
    void size_staysBelowTheNaivePair() {
        long bytes = JARS.stream().mapToLong(File::length).sum();

        System.out.printf(
                "class path: %,d bytes in %d jars; the naive pair: %,d bytes (%d %%)%n",
                bytes, JARS.size(), NAIVE_BYTES, 100 * bytes / NAIVE_BYTES);
        assertTrue(bytes > 10_000_000 && bytes < NAIVE_BYTES * 75 / 100);
    }

    @Test
    void libraries_haveModuleNames() throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (File file : JARS) {
            if (file.getName().startsWith("kws-sdk-")) {
                try (JarFile jar = new JarFile(file)) {
                    String name = jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
                    names.put(file.getName().replaceFirst("-[0-9].*", ""), name);
                }
            }
        }

        assertEquals(
                Map.of(
                        "kws-sdk-core", "io.kws.sdk.core",
                        "kws-sdk-openstack", "io.kws.sdk.openstack",
                        "kws-sdk-k8s", "io.kws.sdk.k8s"),
                names);
    }

    private static TreeSet<String> jars(String pattern) {
        return JARS.stream()
                .map(File::getName)
                .filter(name -> name.matches(pattern))
                .collect(toCollection(TreeSet::new));
    }
}
