package io.kws.sdk.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles each Java block of the README. */
class ReadmeTest {
    private static final Path README = Path.of("../../README.md");

    @TempDir
    private Path classes;

    @TestFactory
    Stream<DynamicTest> readme_everyJavaBlock_compiles() throws IOException {
        String text = Files.exists(README) ? Files.readString(README) : "";
        return Snippet.allIn(text)
                .map(snippet -> DynamicTest.dynamicTest(
                        "README.md:" + snippet.line(),
                        () -> assertThat(snippet.compile(classes)).isEmpty()));
    }

    @Test
    void compile_goodSnippets_noErrors() throws IOException {
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

        assertThat(Snippet.allIn(text))
                .hasSize(4)
                .allSatisfy(snippet -> assertThat(snippet.compile(classes)).isEmpty());
    }

    @Test
    void compile_brokenSnippet_saysWhere() throws IOException {
        Snippet snippet = Snippet.allIn("# Title\n\n```java\nKws.forget();\n```\n")
                .findFirst()
                .orElseThrow();

        assertThat(snippet.line()).isEqualTo(4);
        assertThat(snippet.compile(classes)).singleElement().asString().contains("forget");
    }
}
