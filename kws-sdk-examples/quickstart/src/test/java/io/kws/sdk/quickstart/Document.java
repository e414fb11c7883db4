package io.kws.sdk.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of the repository.
 *
 * @param path the file
 * @param text its content
 */
record Document(Path path, String text) {
    static final Path ROOT = Path.of("../..");

    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)#\\s]+)[^)]*\\)");

    static Document read(String path) {
        return read(ROOT.resolve(path));
    }

    /** The pages of the guide, and all Markdown files for users and developers beside it. */
    static List<Document> all() {
        return Stream.of(ROOT, ROOT.resolve("javadoc/guide"), ROOT.resolve("kws-sdk-examples"))
                .flatMap(Document::markdownIn)
                .map(Document::read)
                .toList();
    }

    private static Stream<Path> markdownIn(Path folder) {
        int depth = folder.equals(ROOT) ? 1 : 3;
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".md") && !file.toString().contains("/target/"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(Path path) {
        try {
            return new Document(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long lines() {
        return text.lines().count();
    }

    /** What the document links to within the repository. */
    List<Path> linkedFiles() {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .map(path::resolveSibling)
                .toList();
    }

    /** The path from the root, as it is shown to people. */
    String name() {
        return ROOT.relativize(path).toString();
    }
}
