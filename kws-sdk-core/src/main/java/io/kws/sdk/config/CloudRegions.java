package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.internal.text.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses one of the regions that an entry of {@code clouds.yaml} lists, with the settings of that region. */
final class CloudRegions {
    private final String origin;

    CloudRegions(String origin) {
        this.origin = origin;
    }

    /** Returns the entry with {@code region_name} settled: the one asked for, or the first if none is. */
    Map<String, Object> in(String asked, Map<String, Object> entry) {
        Map<String, Map<String, Object>> regions = listed(entry);
        if (!asked.isEmpty() && !regions.isEmpty() && !regions.containsKey(asked)) {
            throw new ConfigurationException(
                    origin + " has no region named \"" + asked + "\"" + NearestName.hint(asked, regions.keySet()));
        }
        String name = asked.isEmpty() ? regions.keySet().stream().findFirst().orElse("") : asked;
        Map<String, Object> settled = Merge.withAuth(entry, regions.getOrDefault(name, Map.of()));
        settled.put("region_name", name);
        return settled;
    }

    private Map<String, Map<String, Object>> listed(Map<String, Object> entry) {
        Map<String, Map<String, Object>> regions = new LinkedHashMap<>();
        Object written = entry.getOrDefault("regions", entry.getOrDefault("region_name", List.of()));
        List<?> list = written instanceof List<?> several
                ? several
                : Arrays.asList(String.valueOf(written).split(","));
        for (Object region : list) {
            if (region instanceof Map<?, ?> map && map.get("name") != null) {
                Object values = map.get("values");
                regions.put(
                        String.valueOf(map.get("name")),
                        values instanceof Map<?, ?> settings ? YamlFile.keyed(settings) : Map.of());
            } else if (region instanceof String name) {
                Optional.of(name.strip())
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> regions.put(text, Map.of()));
            } else {
                throw new ConfigurationException("the regions of " + origin + " must be names, or mappings with name");
            }
        }
        return regions;
    }
}
