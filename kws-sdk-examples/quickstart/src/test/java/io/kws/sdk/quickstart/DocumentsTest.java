package io.kws.sdk.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps README, guide and the other documents true: their Java blocks compile, and what they name exists. */
class DocumentsTest {
    private static final Pattern SOURCE = Pattern.compile("`(core|openstack|k8s):([\\w/-]*\\w)`");
    private static final Pattern FILE = Pattern.compile("`((?:kws-sdk|javadoc)[\\w./-]*)`");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>([^<]+)</version>\\s*<(?:/dep|scope)");
    private static final Map<String, String> SOURCES = Map.of(
            "core", "kws-sdk-core/src/%s/java/io/kws/sdk/",
            "openstack", "kws-sdk-openstack/src/%s/java/io/kws/sdk/openstack/",
            "k8s", "kws-sdk-k8s/src/%s/java/io/kws/sdk/k8s/");

    @TempDir
    private Path classes;

    @Test
    void javaBlocks_compile() throws IOException {
        List<JavaBlock> blocks = Document.all().stream()
                .flatMap(document -> JavaBlock.allIn(document.name(), document.text()))
                .toList();

        assertThat(blocks).hasSizeGreaterThan(30);
        assertThat(JavaBlock.compile(blocks, classes)).isEmpty();
    }

    @Test
    void links_leadToFiles() {
        assertThat(Document.all())
                .isNotEmpty()
                .allSatisfy(document ->
                        assertThat(document.linkedFiles()).as(document.name()).allMatch(Files::exists));
    }

    @Test
    void readmeAndArchitecture_areShort() {
        assertThat(Document.read("README.md").lines()).isLessThanOrEqualTo(150);
        assertThat(Document.read("ARCHITECTURE.md").lines()).isLessThanOrEqualTo(150);
    }

    /** It writes {@code core:servers/ServerSpec} for a class or a package, whether of main or of test code. */
    @Test
    void architecture_whatItNames_exists() {
        String text = Document.read("ARCHITECTURE.md").text();
        List<MatchResult> sources = SOURCE.matcher(text).results().toList();

        assertThat(sources).hasSizeGreaterThan(30);
        assertThat(sources.stream()
                        .filter(source -> !exists(source.group(1), source.group(2)))
                        .map(MatchResult::group))
                .isEmpty();
        assertThat(FILE.matcher(text).results().map(file -> Document.ROOT.resolve(file.group(1))))
                .hasSizeGreaterThan(5)
                .allMatch(Files::exists);
    }

    private static boolean exists(String module, String name) {
        return List.of("main", "test").stream()
                .map(kind -> Document.ROOT.resolve(SOURCES.get(module).formatted(kind) + name))
                .anyMatch(path -> Files.isDirectory(path) || Files.isRegularFile(Path.of(path + ".java")));
    }

    @Test
    void guide_namesEveryError() throws IOException {
        String guide = Document.read("javadoc/guide/errors.md").text();
        Path errors = Document.ROOT.resolve(SOURCES.get("core").formatted("main") + "errors");

        try (Stream<Path> files = Files.list(errors)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .filter(name -> name.endsWith("Exception") && !name.equals("KwsException")))
                    .hasSizeGreaterThan(10)
                    .allMatch(name -> guide.contains("| `" + name + "` |"));
        }
    }

    @Test
    void poms_nameTheVersionsOfTheBuild() {
        String build = Document.read("pom.xml").text();
        List<MatchResult> dependencies = Stream.of("README.md", "javadoc/guide/testing.md")
                .flatMap(name -> DEPENDENCY.matcher(Document.read(name).text()).results())
                .toList();

        assertThat(dependencies)
                .hasSize(4)
                .allSatisfy(dependency -> assertThat(build)
                        .contains(
                                dependency.group(1).startsWith("kws-sdk")
                                        ? "<artifactId>kws-sdk</artifactId>\n  <version>" + dependency.group(2)
                                        : "<slf4j.version>" + dependency.group(2)));
    }

    @Test
    void compile_goodBlocks_noErrors() throws IOException {
        String text = """
                ```java
                try (Kws mine = Kws.connect()) {
                    System.out.println(mine);
                }
                ```
                ```java
                kws.close();
                ```
                ```java
                import java.util.concurrent.TimeUnit;

                TimeUnit.SECONDS.sleep(1);
                ```
                ```java
                public class Main {
                    public static void main(String[] args) {
                        List.of(args).forEach(System.out::println);
                    }
                }
                ```
                """;
        List<JavaBlock> blocks = JavaBlock.allIn("text", text).toList();

        assertThat(blocks).hasSize(4);
        assertThat(JavaBlock.compile(blocks, classes)).isEmpty();
    }

    @Test
    void compile_brokenBlock_saysWhere() throws IOException {
        List<JavaBlock> blocks = JavaBlock.allIn("text", "# Title\n\n```java\nKws.forget();\n```\n")
                .toList();

        assertThat(JavaBlock.compile(blocks, classes))
                .containsOnlyKeys("text:4")
                .extractingByKey("text:4")
                .asString()
                .contains("forget");
    }
}
