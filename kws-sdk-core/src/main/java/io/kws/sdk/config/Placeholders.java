package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${NAME}} and {@code ${NAME:-default}} in a value that is already parsed, once. */
final class Placeholders {
    private static final Pattern MARK = Pattern.compile("(\\$?)\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?})?");

    private final Map<String, String> environment;

    Placeholders(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Fills one value in.
     *
     * @param text the value
     * @param where file and key, for messages
     */
    String fill(String text, String where) {
        return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(value((Matcher) mark, where)));
    }

    private String value(Matcher mark, String where) {
        if (!mark.group(1).isEmpty()) {
            return mark.group().substring(1);
        }
        String name = mark.group(2);
        if (name == null) {
            throw new ConfigurationException(
                    where + " holds \"${\" without a variable's name and \"}\"; to have it as it is, write \"$${\"");
        }
        String value = environment.getOrDefault(name, mark.group(4));
        if (value == null) {
            throw new ConfigurationException("the environment variable " + name + " is not set, but " + where
                    + " needs it; set it, or give a default by ${" + name + ":-default}");
        }
        return value;
    }
}
