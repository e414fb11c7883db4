package io.kws.sdk.driver.http;

/** Makes one short line of what services write into refusals. */
public final class PlainText {
    private static final int LONGEST = 1_000;

    private PlainText() {}

    /**
     * Returns a text in one line.
     *
     * @param text any text; tags and entities of HTML are removed
     * @return the line, cut after 1,000 characters
     */
    public static String of(String text) {
        String line = unescaped(text.replaceAll("(?s)<(head|script|style)[ >].*?</\\1>|<[^>]*>", " "))
                .replaceAll("(<br */?>|\\s)+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String unescaped(String text) {
        return text.replaceAll("&quot;|&#34;", "\"")
                .replaceAll("&#x27;|&#39;|&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
