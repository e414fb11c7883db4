package io.kws.sdk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.Versioned;
import com.fasterxml.jackson.databind.Module;
import io.kws.sdk.Kws;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiConstructor;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the API with its baseline in {@code src/api/java}. {@link #ACCEPT_COMMAND} accepts a change of the API: it
 * rewrites the baseline, whose difference is reviewed with the change.
 */
class ApiBaselineTest {
    private static final Path BASELINE = Path.of("src/api/java");
    private static final String ACCEPT = "kws.api.accept";
    private static final String ACCEPT_COMMAND = "mvn -pl kws-sdk-core test -Dtest=ApiBaselineTest -Dkws.api.accept";

    @TempDir
    private Path folder;

    @Test
    void api_isThatOfTheBaseline() throws IOException {
        Map<String, String> today = ApiStubs.of(Kws.class);
        if (System.getProperty(ACCEPT) != null) {
            write(today);
        }

        assertThat(incompatibleChanges())
                .as("incompatible changes of the API; to accept them: %s", ACCEPT_COMMAND)
                .isEmpty();
        assertThat(today)
                .as("the API differs from %s; to accept the change: %s", BASELINE, ACCEPT_COMMAND)
                .containsExactlyInAnyOrderEntriesOf(baseline());
    }

    private List<String> incompatibleChanges() throws IOException {
        Path compiled = compile();
        Path library = jarOf(Kws.class);
        JarArchiveComparator comparator = new JarArchiveComparator(options());
        return comparator
                .compare(
                        new JApiCmpArchive(jar(compiled), "baseline", "baseline"),
                        new JApiCmpArchive(jar(library), "today", "today"))
                .stream()
                .flatMap(ApiBaselineTest::incompatibleChanges)
                .toList();
    }

    private static Stream<String> incompatibleChanges(JApiClass type) {
        String name = type.getFullyQualifiedName();
        return Stream.of(
                        incompatibleChanges(name, type),
                        incompatibleChanges(name + " extends", type.getSuperclass()),
                        type.getInterfaces().stream()
                                .flatMap(parent -> incompatibleChanges(name + " implements", parent)),
                        type.getFields().stream()
                                .flatMap(field -> incompatibleChanges(name + "." + field.getName(), field)),
                        type.getConstructors().stream()
                                .filter(ApiBaselineTest::isPublished)
                                .flatMap(constructor -> incompatibleChanges(name + "(...)", constructor)),
                        type.getMethods().stream()
                                .flatMap(method -> incompatibleChanges(name + "." + method.getName(), method)))
                .flatMap(changes -> changes);
    }

    private static Stream<String> incompatibleChanges(String what, JApiCompatibility part) {
        return part.getCompatibilityChanges().stream()
                .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
                .map(change -> what + ": " + change.getType());
    }

    /** The baseline gives classes a constructor that is not theirs. */
    private static boolean isPublished(JApiConstructor constructor) {
        return constructor
                .getOldConstructor()
                .filter(old -> Modifier.isPublic(old.getModifiers()) || Modifier.isProtected(old.getModifiers()))
                .isPresent();
    }

    private static JarArchiveComparatorOptions options() {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setNoAnnotations(true);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        return options;
    }

    /** The one library that the API shows, as the supertype of a module of it. */
    private static String jackson() {
        return Stream.of(Module.class, Versioned.class)
                .map(type -> jarOf(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private Path compile() throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-implicit:none", "-cp", jackson(), "-d", folder.toString());
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean isDone = javac.getTask(
                            said,
                            files,
                            null,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(
                                    files(BASELINE, ".java").toList()))
                    .call();
            assertThat(isDone).as("the baseline compiles: %s", said).isTrue();
        }
        return folder;
    }

    /** Packs those classes of a folder of which the baseline has the top level. */
    private static byte[] jar(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Path file : files(classes, ".class").sorted().toList()) {
                String name = classes.relativize(file).toString();
                if (PackageLayer.of(name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                        .filter(PackageLayer.API::equals)
                        .isPresent()) {
                    jar.putNextEntry(new JarEntry(name));
                    jar.write(Files.readAllBytes(file));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> baseline() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : files(BASELINE, ".java").toList()) {
            sources.put(BASELINE.relativize(file).toString(), Files.readString(file));
        }
        return sources;
    }

    private static void write(Map<String, String> sources) throws IOException {
        for (Path file :
                files(BASELINE, ".java").sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
        }
        sources.forEach((path, source) -> {
            try {
                Path file = BASELINE.resolve(path);
                Files.createDirectories(file.getParent());
                Files.writeString(file, source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Stream<Path> files(Path root, String end) throws IOException {
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        }
    }
}
