package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.internal.text.NearestName;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping within {@code kws.yaml} that knows its place, so that each error can name file and key. */
final class Section {
    private final KwsFile file;
    private final String path;
    private final Map<String, Object> values;

    Section(KwsFile file, String path, Map<String, Object> values) {
        this.file = file;
        this.path = path;
        this.values = values;
    }

    Set<String> keys() {
        return values.keySet();
    }

    String place() {
        return path + " in " + file.path();
    }

    String where(String key) {
        return (path.isEmpty() ? key : path + "." + key) + " in " + file.path();
    }

    void allowOnly(Collection<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw unknown(key, known);
            }
        }
    }

    ConfigurationException unknown(String key, Collection<String> known) {
        return new ConfigurationException(where(key) + " is not a known key" + NearestName.hint(key, known));
    }

    ConfigurationException wrong(String key, String why) {
        return new ConfigurationException(where(key) + " " + why);
    }

    Optional<Section> section(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new Section(file, path.isEmpty() ? key : path + "." + key, YamlFile.keyed(map)));
        }
        throw wrong(key, "must be a mapping (\"key: value\" lines below it)");
    }

    /** A value with its placeholders filled in; an empty one counts as not there. */
    Optional<String> text(String key) {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof Collection) {
            throw wrong(key, "must be a single value");
        }
        return Optional.ofNullable(value)
                .map(text -> file.fill(String.valueOf(text), where(key)))
                .filter(text -> !text.isEmpty());
    }

    Optional<Integer> number(String key) {
        return text(key).map(text -> {
            try {
                return Integer.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw wrong(key, "must be a whole number");
            }
        });
    }

    /** A number of days, hours or minutes, or a duration as ISO 8601 writes it. */
    Optional<Duration> duration(String key) {
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

    boolean isTrue(String key) {
        String text = text(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(key, "must be true or false");
        }
        return text.equals("true");
    }
}
