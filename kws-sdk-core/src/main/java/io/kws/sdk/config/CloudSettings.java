package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One cloud's settings with the keys of openstacksdk, in one flat map wherever they came from: {@code clouds.yaml},
 * {@code kws.yaml} or the environment.
 *
 * @param origin where they came from, for messages
 * @param values the settings
 * @param spelling how a key is written there, for messages
 * @param environment for paths with a tilde
 * @param folder what relative paths start from
 */
record CloudSettings(
        String origin,
        Map<String, String> values,
        UnaryOperator<String> spelling,
        ConfigEnvironment environment,
        Path folder) {
    // openstacksdk (config/loader.py, _fix_backwards_auth) lets these win outside of "auth", all others inside of it
    private static final Set<String> OUTER_WINS = Set.of(
            "domain_id",
            "domain_name",
            "user_domain_id",
            "user_domain_name",
            "project_domain_id",
            "project_domain_name",
            "project_id",
            "project_name",
            "tenant_id",
            "tenant_name");

    /** Flattens an entry whose settings stand partly in {@code auth}. */
    static Map<String, String> flatten(Map<String, Object> entry) {
        Map<String, String> flat = new LinkedHashMap<>();
        entry.forEach((key, value) -> putText(flat, key, value));
        if (entry.get("auth") instanceof Map<?, ?> auth) {
            YamlFile.keyed(auth).forEach((key, value) -> {
                if (!(OUTER_WINS.contains(key) && flat.containsKey(key))) {
                    putText(flat, key, value);
                }
            });
        }
        return flat;
    }

    private static void putText(Map<String, String> flat, String key, Object value) {
        if (!(value instanceof Map) && !(value instanceof Iterable)) {
            flat.put(key.replace('-', '_'), String.valueOf(value));
        }
    }

    /** The first of several spellings that is there and not empty. */
    Optional<String> text(String... keys) {
        for (String key : keys) {
            String value = values.getOrDefault(key, "");
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    String required(String key) {
        return text(key).orElseThrow(() -> missing(spelling.apply(key)));
    }

    ConfigurationException missing(String what) {
        return new ConfigurationException(origin + " lacks " + what);
    }

    ConfigurationException wrong(String key, String why) {
        return new ConfigurationException(spelling.apply(key) + " of " + origin + " " + why);
    }

    Optional<Boolean> flag(String key) {
        return text(key).map(text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw wrong(key, "must be true or false");
        });
    }

    /** A file, which must exist. */
    Optional<Path> file(String key) {
        Optional<Path> file = text(key).map(written -> environment.path(written, folder));
        file.filter(path -> !Files.isRegularFile(path)).ifPresent(path -> {
            throw wrong(key, "names " + path + ", which is not a file");
        });
        return file;
    }

    /** The origin only: the values hold secrets. */
    @Override
    public String toString() {
        return origin;
    }
}
