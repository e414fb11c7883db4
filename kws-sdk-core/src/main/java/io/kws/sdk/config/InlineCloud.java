package io.kws.sdk.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cloud written into {@code kws.yaml} itself: the keys of {@code clouds.yaml} with hyphens and without nesting. */
final class InlineCloud {
    private static final String OVERRIDE = "-endpoint-override";
    private static final List<String> KEYS = List.of(
            "auth-url",
            "auth-type",
            "username",
            "user-id",
            "user-domain-name",
            "user-domain-id",
            "password",
            "project-name",
            "project-id",
            "project-domain-name",
            "project-domain-id",
            "domain-name",
            "domain-id",
            "application-credential-id",
            "application-credential-name",
            "application-credential-secret",
            "region",
            "interface",
            "verify",
            "cacert",
            "cert",
            "key");

    private final ConfigSection section;
    private final ConfigEnvironment environment;
    private final Path folder;

    InlineCloud(ConfigSection section, ConfigEnvironment environment, Path folder) {
        this.section = section;
        this.environment = environment;
        this.folder = folder;
    }

    private static String settingFor(String key) {
        return key.equals("region") ? "region_name" : key.replace('-', '_');
    }

    CloudConfig read() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : section.keys()) {
            if (!KEYS.contains(key) && !key.endsWith(OVERRIDE)) {
                throw section.unknown(key, KEYS);
            }
            section.text(key).ifPresent(text -> values.put(settingFor(key), text));
        }
        return new CloudReader(
                        new CloudSettings(section.place(), values, key -> key.replace('_', '-'), environment, folder))
                .read();
    }
}
