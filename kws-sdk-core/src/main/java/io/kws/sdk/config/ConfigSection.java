package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.internal.text.NearestName;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * A mapping in {@code kws.yaml}, such as the section of a node that one driver reads. It knows its place, so that each
 * error names file and key. Immutable; prints no values, as they may be secrets.
 */
public final class ConfigSection {
    private final String path;
    private final String origin;
    private final Map<String, Object> values;
    private final BinaryOperator<String> placeholders;

    private ConfigSection(String path, String origin, Map<String, Object> values, BinaryOperator<String> placeholders) {
        this.path = path;
        this.origin = origin;
        this.values = values;
        this.placeholders = placeholders;
    }

    /**
     * Makes a section in code, as a file would hold it. Placeholders are not replaced.
     *
     * @param name the name that errors show
     * @param values texts, numbers, booleans and maps, by their keys
     * @return the section
     */
    public static ConfigSection of(String name, Map<String, ?> values) {
        return new ConfigSection(name, "the configuration in code", new LinkedHashMap<>(values), (text, key) -> text);
    }

    static ConfigSection ofFile(KwsFile file, String path, Map<String, Object> values) {
        return new ConfigSection(path, file.path().toString(), values, file::fill);
    }

    /** {@return the keys, in the order of the file} */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** {@return the place of the section, for messages, such as {@code nodes.kws1.openstack in kws.yaml}} */
    public String place() {
        return path + " in " + origin;
    }

    private String where(String key) {
        return (path.isEmpty() ? key : path + "." + key) + " in " + origin;
    }

    /**
     * Requires that the section has no other keys.
     *
     * @param known the keys that may occur
     * @throws ConfigurationException if there is another one; suggests the nearest
     */
    public void allowOnly(Collection<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw unknown(key, known);
            }
        }
    }

    ConfigurationException unknown(String key, Collection<String> known) {
        return wrong(key, "is not a known key" + NearestName.hint(key, known));
    }

    /**
     * Returns an error about a key.
     *
     * @param key the key
     * @param reason what is wrong, as it follows the key's name
     * @return the error, which names file and key
     */
    public ConfigurationException wrong(String key, String reason) {
        return new ConfigurationException(where(key) + " " + reason);
    }

    /**
     * Returns a mapping within this one.
     *
     * @param key its key
     * @return the mapping, if it is present
     * @throws ConfigurationException if the value is not a mapping
     */
    public Optional<ConfigSection> section(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            String below = path.isEmpty() ? key : path + "." + key;
            return Optional.of(new ConfigSection(below, origin, YamlFile.keyed(map), placeholders));
        }
        throw wrong(key, "must be a mapping (\"key: value\" lines below it)");
    }

    boolean isSection(String key) {
        return values.get(key) instanceof Map;
    }

    /**
     * Returns a text, with its placeholders replaced.
     *
     * @param key its key
     * @return the text, if it is present and not empty
     * @throws ConfigurationException if the value is a mapping or a list, or a variable in it is not set
     */
    public Optional<String> text(String key) {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof Collection) {
            throw wrong(key, "must be a single value");
        }
        return Optional.ofNullable(value)
                .map(text -> placeholders.apply(String.valueOf(text), where(key)))
                .filter(text -> !text.isEmpty());
    }

    /**
     * Returns a whole number.
     *
     * @param key its key
     * @return the number, if it is present
     * @throws ConfigurationException if the value is not a whole number
     */
    public Optional<Integer> number(String key) {
        return text(key).map(text -> {
            try {
                return Integer.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw wrong(key, "must be a whole number");
            }
        });
    }

    /**
     * Returns a duration, written such as {@code 14d}, {@code 36h}, {@code 90m} or in ISO 8601.
     *
     * @param key its key
     * @return the duration, if it is present
     * @throws ConfigurationException if the value is not a duration
     */
    public Optional<Duration> duration(String key) {
        return text(key).map(text -> {
            String iso =
                    text.strip().replaceFirst("^(\\d{1,6})d$", "P$1D").replaceFirst("^(\\d{1,6})([hm])$", "PT$1$2");
            try {
                return Duration.parse(iso);
            } catch (DateTimeParseException e) {
                throw wrong(key, "must be a duration such as 14d, 36h or 90m");
            }
        });
    }

    /**
     * Tells whether a flag is set.
     *
     * @param key its key
     * @return whether its value is {@code true}; false if it is absent
     * @throws ConfigurationException if the value is neither {@code true} nor {@code false}
     */
    public boolean isTrue(String key) {
        String text = text(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(key, "must be true or false");
        }
        return text.equals("true");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigSection section
                && path.equals(section.path)
                && origin.equals(section.origin)
                && values.equals(section.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, origin, values);
    }

    /** {@return the place of the section, without its values} */
    @Override
    public String toString() {
        return place();
    }
}
