package io.kws.sdk.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders each page of the guide as HTML. The links of {@code index.md} give the order of the pages; {@code guide.css}
 * gives their style. A link that leads nowhere fails the build.
 */
public final class GuideSite {
    private static final String INDEX = "index.md";
    private static final String STYLE = "guide.css";

    private final Path source;
    private final ApiPages api;

    private GuideSite(Path source, ApiPages api) {
        this.source = source;
        this.api = api;
    }

    /**
     * Renders the guide into the folder {@code guide} of an API site.
     *
     * @param args the folder of the Markdown files, and the folder of the API site
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... args) throws IOException {
        Path site = Path.of(args[1]);
        new GuideSite(Path.of(args[0]), ApiPages.of(site)).renderInto(site.resolve("guide"));
    }

    private void renderInto(Path target) throws IOException {
        Map<String, Page> pages = pages();
        Files.createDirectories(target);
        Files.copy(source.resolve(STYLE), target.resolve(STYLE), StandardCopyOption.REPLACE_EXISTING);
        for (Page page : pages.values()) {
            page.requireLinks(pages);
        }
        List<Page> order = List.copyOf(pages.values());
        for (Page page : order) {
            Files.writeString(target.resolve(page.htmlName()), new PageLayout(order).html(page, api));
        }
    }

    /** The pages by file name, the index first and the others in the order in which it links to them. */
    private Map<String, Page> pages() throws IOException {
        Map<String, Page> pages = new LinkedHashMap<>();
        Page index = read(INDEX);
        pages.put(INDEX, index);
        index.linkedPages().forEach(name -> pages.computeIfAbsent(name, this::read));
        requireComplete(pages);
        return pages;
    }

    private void requireComplete(Map<String, Page> pages) throws IOException {
        try (var files = Files.list(source)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !pages.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalStateException(INDEX + " does not link to " + name);
                    });
        }
    }

    private Page read(String name) {
        try {
            return Page.parse(name, Files.readString(source.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
