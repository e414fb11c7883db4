package io.kws.sdk.guide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * One page of the guide.
 *
 * @param fileName the name of its Markdown file
 * @param title its first heading
 * @param content the parsed text
 */
record Page(String fileName, String title, Node content) {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Pattern ABSOLUTE = Pattern.compile("https?://.*");

    static Page parse(String fileName, String markdown) {
        Node content = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
        if (!(content.getFirstChild() instanceof Heading heading)) {
            throw new IllegalStateException(fileName + " does not begin with a heading");
        }
        return new Page(fileName, TextContentRenderer.builder().build().render(heading), content);
    }

    String htmlName() {
        return fileName.replaceFirst("\\.md$", ".html");
    }

    /** The body of the page, its links to other pages and to the API resolved. */
    String body(ApiPages api) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Link link) {
                        attributes.put("href", link.getDestination().replaceFirst("\\.md(#|$)", ".html$1"));
                    }
                })
                .nodeRendererFactory(context -> new CodeLinks(context, api))
                .build()
                .render(content);
    }

    /** The file names of the pages that this one links to, in order. */
    Set<String> linkedPages() {
        Set<String> names = new LinkedHashSet<>();
        destinations().stream()
                .filter(link -> !ABSOLUTE.matcher(link).matches())
                .map(link -> link.replaceFirst("#.*", ""))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    void requireLinks(Map<String, Page> pages) {
        for (String link : destinations()) {
            if (!ABSOLUTE.matcher(link).matches() && !leadsSomewhere(link, pages)) {
                throw new IllegalStateException(fileName + " links to " + link + ", which does not exist");
            }
        }
    }

    private boolean leadsSomewhere(String link, Map<String, Page> pages) {
        String[] parts = link.split("#", 2);
        Page target = parts[0].isEmpty() ? this : pages.get(parts[0]);
        return target != null
                && (parts.length == 1 || target.body(ApiPages.NONE).contains("id=\"" + parts[1] + "\""));
    }

    private List<String> destinations() {
        List<String> found = new ArrayList<>();
        content.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(link.getDestination());
                visitChildren(link);
            }
        });
        return found;
    }
}
