package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.internal.text.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code clouds.yaml} with what {@code secure.yaml} and {@code clouds-public.yaml} add to it. */
final class CloudsFile {
    private final Path file;
    private final Set<String> names;
    private final Map<String, Object> clouds;
    private final List<Path> folders;
    private final ConfigEnvironment environment;

    private CloudsFile(Path file, List<Path> folders, ConfigEnvironment environment) {
        this.file = file;
        this.folders = folders;
        this.environment = environment;
        Map<String, Object> content = map(YamlFile.read(file).getOrDefault("clouds", ""), "\"clouds\" in " + file);
        this.names = new LinkedHashSet<>(content.keySet());
        this.clouds = secureFile()
                .map(secure -> Merge.deep(
                        content, map(YamlFile.read(secure).getOrDefault("clouds", ""), "\"clouds\" in " + secure)))
                .orElse(content);
    }

    /** Opens a file that must exist. */
    static CloudsFile open(Path file, ConfigEnvironment environment) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException(file + " does not exist or is not a file");
        }
        List<Path> folders = Stream.concat(
                        Stream.ofNullable(file.toAbsolutePath().getParent()), environment.openstackFolders().stream())
                .distinct()
                .toList();
        return new CloudsFile(file, folders, environment);
    }

    /** Finds the file that {@code OS_CLIENT_CONFIG_FILE} names, which must then exist, or else the first in folders. */
    static Optional<CloudsFile> find(List<Path> folders, ConfigEnvironment environment) {
        return environment
                .variable("OS_CLIENT_CONFIG_FILE")
                .map(written -> environment.path(written, environment.workingFolder()))
                .or(() -> first(folders, "clouds"))
                .map(file -> open(file, environment));
    }

    Path path() {
        return file;
    }

    /** The entries of {@code clouds.yaml} itself; {@code secure.yaml} may hold secrets of clouds of another one. */
    Set<String> names() {
        return names;
    }

    /** Reads an entry, in its first region if it has any. */
    CloudConfig cloud(String name) {
        return cloud(name, "");
    }

    /** Reads an entry in a region of its own; empty for the first. */
    CloudConfig cloud(String name, String region) {
        if (!clouds.containsKey(name)) {
            throw new ConfigurationException(
                    file + " has no cloud named \"" + name + "\"" + NearestName.hint(name, clouds.keySet()));
        }
        String origin = "cloud \"" + name + "\" in " + file;
        Map<String, Object> entry = map(clouds.get(name), origin);
        Map<String, Object> complete = new CloudRegions(origin).in(region, withProfile(entry, origin));
        return new CloudReader(new CloudSettings(
                        origin,
                        CloudSettings.flatten(complete),
                        UnaryOperator.identity(),
                        environment,
                        environment.workingFolder()))
                .read();
    }

    private Map<String, Object> withProfile(Map<String, Object> entry, String origin) {
        Object profile = entry.getOrDefault("profile", entry.get("cloud"));
        if (profile == null) {
            return entry;
        }
        String name = String.valueOf(profile);
        Path vendors = first(folders, "clouds-public")
                .orElseThrow(() -> new ConfigurationException(origin + " names the profile \"" + name
                        + "\", but there is no clouds-public.yaml in " + listed(folders)));
        Map<String, Object> profiles =
                map(YamlFile.read(vendors).getOrDefault("public-clouds", ""), "\"public-clouds\" in " + vendors);
        if (!profiles.containsKey(name)) {
            throw new ConfigurationException(origin + " names the profile \"" + name + "\", which " + vendors
                    + " does not have" + NearestName.hint(name, profiles.keySet()));
        }
        return Merge.withAuth(map(profiles.get(name), "profile \"" + name + "\" in " + vendors), entry);
    }

    private Optional<Path> secureFile() {
        Optional<Path> named = environment
                .variable("OS_CLIENT_SECURE_FILE")
                .map(written -> environment.path(written, environment.workingFolder()));
        return named.or(() -> first(folders, "secure"));
    }

    private static Map<String, Object> map(@Nullable Object value, String what) {
        if (value == null || value.equals("")) {
            return new LinkedHashMap<>();
        }
        if (value instanceof Map<?, ?> map) {
            return YamlFile.keyed(map);
        }
        throw new ConfigurationException(what + " must be a mapping (\"key: value\" lines below it)");
    }

    private static Optional<Path> first(List<Path> folders, String name) {
        return folders.stream()
                .flatMap(folder -> Stream.of(".yaml", ".yml", ".json").map(end -> folder.resolve(name + end)))
                .filter(Files::exists)
                .findFirst();
    }

    static String listed(List<Path> folders) {
        List<String> texts = new ArrayList<>();
        folders.forEach(folder -> texts.add(folder.toString()));
        return String.join(", ", texts);
    }
}
