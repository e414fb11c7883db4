package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The headers that users keep on an account, a container or an object. Guarded by the node's lock. */
final class Metadata {
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_VALUE = 256;
    private static final int MOST = 90;
    private static final int LARGEST = 4096;

    private final String prefix;
    private final Map<String, String> values = new TreeMap<>();

    /**
     * Starts empty.
     *
     * @param level what it belongs to: {@code Account}, {@code Container} or {@code Object}
     */
    Metadata(String level) {
        this.prefix = "X-" + level + "-Meta-";
    }

    private Metadata(Metadata other) {
        this.prefix = other.prefix;
        this.values.putAll(other.values);
    }

    Metadata copy() {
        return new Metadata(this);
    }

    /** Takes over what the headers of a request say; an empty value removes, but not from an object. */
    void update(Map<String, List<String>> headers) {
        Metadata wanted = copy();
        String remove = prefix.replaceFirst("X-", "X-Remove-");
        headers.forEach((name, all) -> {
            String key = title(name);
            if (key.startsWith(remove)) {
                wanted.values.remove(key.substring(remove.length()));
            } else if (key.startsWith(prefix)) {
                wanted.set(key.substring(prefix.length()), all.get(0));
            }
        });
        wanted.check();
        values.clear();
        values.putAll(wanted.values);
    }

    private void set(String key, String value) {
        if (value.isEmpty() && !prefix.equals("X-Object-Meta-")) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    private void check() {
        int size = 0;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            int value = entry.getValue().getBytes(StandardCharsets.ISO_8859_1).length;
            String header = prefix.toLowerCase(Locale.ROOT) + entry.getKey();
            require(!entry.getKey().isEmpty(), "Metadata name cannot be empty");
            require(entry.getKey().length() <= LONGEST_NAME, "Metadata name too long: " + header);
            require(value <= LONGEST_VALUE, "Metadata value longer than " + LONGEST_VALUE + ": " + header);
            size += entry.getKey().length() + value;
        }
        require(values.size() <= MOST, "Too many metadata items; max " + MOST);
        require(size <= LARGEST, "Total metadata too large; max " + LARGEST);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new Refusal(400, Pages.PLAIN, message);
        }
    }

    String get(String key) {
        return values.getOrDefault(key, "");
    }

    void forEach(BiConsumer<String, String> header) {
        values.forEach((key, value) -> header.accept(prefix + key, value));
    }

    Answer addTo(Answer answer) {
        Answer[] grown = {answer};
        forEach((name, value) -> grown[0] = grown[0].header(name, value));
        return grown[0];
    }

    /** Writes a header's name as Python's WSGI servers hand it on. */
    private static String title(String name) {
        StringBuilder title = new StringBuilder();
        for (String part : name.replace('_', '-').split("-", -1)) {
            title.append(title.length() == 0 ? "" : "-");
            title.append(part.isEmpty() ? "" : part.substring(0, 1).toUpperCase(Locale.ROOT));
            title.append(part.isEmpty() ? "" : part.substring(1).toLowerCase(Locale.ROOT));
        }
        return title.toString();
    }
}
