package io.kws.sdk.sandbox.guest;

import java.util.ArrayList;
import java.util.List;

/** Divides scripts into statements, and statements into words; quotes and brackets keep together what is in them. */
final class Statements {
    private Statements() {}

    /**
     * A statement.
     *
     * @param text the statement
     * @param joint what stands between it and the one before: {@code && || ;}
     * @param isBackground whether it goes on beside the rest
     */
    record Statement(String text, String joint, boolean isBackground) {}

    static List<Statement> of(String script) {
        List<Statement> statements = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String joint = ";";
        int depth = 0;
        char quote = 0;
        for (int at = 0; at < script.length(); at++) {
            char sign = script.charAt(at);
            quote = quote == sign ? 0 : quote == 0 && (sign == '\'' || sign == '"') ? sign : quote;
            depth += quote != 0 ? 0 : sign == '(' ? 1 : sign == ')' ? -1 : 0;
            String end = quote == 0 && depth == 0 ? separator(script, at) : "";
            if (end.isEmpty()) {
                text.append(sign);
            } else {
                add(statements, text, joint, end);
                joint = end.length() == 2 ? end : ";";
                at += end.length() - 1;
            }
        }
        add(statements, text, joint, ";");
        return statements;
    }

    private static void add(List<Statement> statements, StringBuilder text, String joint, String end) {
        if (!text.toString().isBlank()) {
            statements.add(new Statement(text.toString().strip(), joint, end.equals("&")));
        }
        text.setLength(0);
    }

    private static String separator(String script, int at) {
        String two = script.substring(at, Math.min(script.length(), at + 2));
        if (two.equals("&&") || two.equals("||")) {
            return two;
        }
        char sign = script.charAt(at);
        boolean isRedirection = sign == '&' && at > 0 && script.charAt(at - 1) == '>';
        return (sign == ';' || sign == '\n' || sign == '&') && !isRedirection ? String.valueOf(sign) : "";
    }

    /** The words, those in quotes with them. */
    static List<String> words(String statement) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char sign : (statement + " ").toCharArray()) {
            quote = quote == sign ? 0 : quote == 0 && (sign == '\'' || sign == '"') ? sign : quote;
            if (quote != 0 || !Character.isWhitespace(sign)) {
                word.append(sign);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** A word without its quotes. */
    static String bare(String word) {
        return word.replaceAll("[\"']", "");
    }
}
