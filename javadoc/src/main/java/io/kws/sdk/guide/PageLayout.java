package io.kws.sdk.guide;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What surrounds the text of each page: head, list of pages, and the next page.
 *
 * @param pages all pages in order
 */
record PageLayout(List<Page> pages) {
    private static final String LAYOUT = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s - KWS SDK</title>
            <link rel="stylesheet" href="guide.css">
            </head>
            <body>
            <nav>
            <a class="site" href="../index.html">KWS SDK</a>
            %s
            <a class="api" href="../index.html">API reference</a>
            </nav>
            <main>
            %s
            <footer>%s</footer>
            </main>
            </body>
            </html>
            """;

    String html(Page page, ApiPages api) {
        String links =
                pages.stream().map(other -> link(other, other.equals(page))).collect(Collectors.joining("\n"));
        return LAYOUT.formatted(escaped(page.title()), links, page.body(api), next(page));
    }

    private String next(Page page) {
        int next = pages.indexOf(page) + 1;
        return next < pages.size() ? "Next: " + link(pages.get(next), false) : "";
    }

    private static String link(Page page, boolean isCurrent) {
        return "<a%s href=\"%s\">%s</a>"
                .formatted(isCurrent ? " class=\"current\"" : "", page.htmlName(), escaped(page.title()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
