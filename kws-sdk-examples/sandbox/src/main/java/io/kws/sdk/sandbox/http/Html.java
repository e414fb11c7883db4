package io.kws.sdk.sandbox.http;

import java.util.Map;

/** The HTML pages that OpenStack's web framework writes where a service has nothing better. */
public final class Html {
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(300, "Multiple Choices"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Request Entity Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private Html() {}

    /**
     * Returns the words for a status.
     *
     * @param status the HTTP status
     * @return its reason phrase
     */
    public static String title(int status) {
        return TITLES.getOrDefault(status, "Error");
    }

    /**
     * Answers with a page.
     *
     * @param status the HTTP status
     * @param message what the page says
     * @return the answer
     */
    public static Answer page(int status, String message) {
        String title = status + " " + title(status);
        String text =
                "<html>\n <head>\n  <title>%s</title>\n </head>\n <body>\n  <h1>%s</h1>\n  %s<br /><br />\n\n\n\n </body>\n</html>"
                        .formatted(title, title, escape(message));
        return Answer.text(status, "text/html; charset=UTF-8", text);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#x27;")
                .replace("\"", "&quot;");
    }
}
