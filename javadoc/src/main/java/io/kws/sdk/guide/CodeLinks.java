package io.kws.sdk.guide;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders inline code; the name of a type of the API links to its page. */
final class CodeLinks implements NodeRenderer {
    private final HtmlWriter html;
    private final ApiPages api;

    CodeLinks(HtmlNodeRendererContext context, ApiPages api) {
        this.html = context.getWriter();
        this.api = api;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Code.class);
    }

    @Override
    public void render(Node node) {
        String text = ((Code) node).getLiteral();
        api.find(text).ifPresentOrElse(page -> link(page, text), () -> code(text));
    }

    private void link(String page, String text) {
        html.tag("a", Map.of("href", page));
        code(text);
        html.tag("/a");
    }

    private void code(String text) {
        html.tag("code");
        html.text(text);
        html.tag("/code");
    }
}
