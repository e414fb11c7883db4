package io.kws.sdk.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query of a request: names with one or more values. Immutable. */
public final class Query {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final String raw;

    /**
     * Reads a query.
     *
     * @param raw the text after the question mark, null if there is none
     */
    public Query(@Nullable String raw) {
        this.raw = raw == null ? "" : raw;
        for (String pair : this.raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            }
        }
    }

    /** {@return the query as it came, without the question mark} */
    public String raw() {
        return raw;
    }

    /** {@return the names} */
    public Set<String> names() {
        return values.keySet();
    }

    /**
     * Returns all values of a name.
     *
     * @param name the name
     * @return the values, none if it is not there
     */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /**
     * Returns the last value of a name.
     *
     * @param name the name
     * @return the value, empty if it is not there
     */
    public Optional<String> last(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * Writes the query with another value for a name, as links to the next page need it.
     *
     * @param name the name
     * @param value its new and only value
     * @return the text after the question mark
     */
    public String with(String name, String value) {
        StringBuilder text = new StringBuilder();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty() && !pair.startsWith(name + "=")) {
                text.append(pair).append('&');
            }
        }
        return text.append(name).append('=').append(value).toString();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
