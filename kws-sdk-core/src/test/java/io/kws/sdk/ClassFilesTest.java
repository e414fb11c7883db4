package io.kws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Immutables writes our values, but who compiles against them needs not have it. */
class ClassFilesTest {
    private static final Path CLASSES = classes();
    private static final Pattern IMMUTABLES = Pattern.compile("org/immutables/[\\w/$]+");
    /** Markers without values, which javac does not look up. */
    private static final List<String> HARMLESS = List.of(
            "org/immutables/value/Value",
            "org/immutables/value/Value$Immutable",
            "org/immutables/value/Value$Default",
            "org/immutables/value/Value$Derived",
            "org/immutables/value/Value$Check",
            "org/immutables/value/Value$Redacted");

    @TempDir
    private Path folder;

    @Test
    void classFiles_butTheStylesOwn_mentionNoMoreOfImmutablesThanMarkers() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> mentions = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("ValueStyle.class") && !file.endsWith("ResultStyle.class"))
                    .flatMap(ClassFilesTest::mentions)
                    .toList();

            assertThat(mentions).isEmpty();
        }
    }

    @Test
    void compile_againstAllPackagesWithoutImmutables_warnsOfNothing() {
        String source = """
                import io.kws.sdk.config.*;
                import io.kws.sdk.containers.*;
                import io.kws.sdk.operations.*;
                import io.kws.sdk.servers.*;
                class Consumer {
                    ServerSpec spec = ServerSpec.builder().name("a").image("b").flavor("c").build();
                    ContainerSpec container = ContainerSpec.builder().name("aa").image("bb").build();
                    Timeouts timeouts = Timeouts.builder().retries(1).build();
                    NodeConfig node = NodeConfig.builder().name("n").build();
                    String name(Server server) { return server.name(); }
                }
                """;
        StringWriter said = new StringWriter();

        assertThat(task(source, said).call()).isTrue();
        assertThat(said.toString()).isEmpty();
    }

    private JavaCompiler.CompilationTask task(String source, StringWriter said) {
        List<String> options =
                List.of("-Xlint:all", "-Werror", "-proc:none", "-classpath", classPath(), "-d", folder.toString());
        JavaFileObject unit =
                new SimpleJavaFileObject(URI.create("string:///Consumer.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        return ToolProvider.getSystemJavaCompiler().getTask(said, null, null, options, null, List.of(unit));
    }

    private static Path classes() {
        return Path.of(URI.create(
                Kws.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static String classPath() {
        String pathSeparator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(pathSeparator)))
                .filter(entry -> entry.contains("jspecify"))
                .collect(Collectors.joining(pathSeparator, CLASSES + pathSeparator, ""));
    }

    private static Stream<String> mentions(Path file) {
        try {
            Matcher matcher = IMMUTABLES.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return matcher.results()
                    .map(found -> found.group())
                    .filter(name -> !HARMLESS.contains(name))
                    .map(name -> file.getFileName() + " mentions " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
