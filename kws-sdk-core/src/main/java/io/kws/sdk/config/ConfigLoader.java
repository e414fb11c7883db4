package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a configuration, in the order that {@link KwsConfig#load()} tells. */
final class ConfigLoader {
    private final ConfigEnvironment surroundings;

    ConfigLoader(ConfigEnvironment surroundings) {
        this.surroundings = surroundings;
    }

    KwsConfig load() {
        Optional<String> named = surroundings.variable("KWS_CONFIG");
        if (named.isPresent()) {
            Path file = surroundings.path(named.get(), surroundings.workingFolder());
            if (!Files.isRegularFile(file)) {
                throw new ConfigurationException(
                        "the environment variable KWS_CONFIG names " + file + ", which is not a file");
            }
            return load(file);
        }
        return ownFiles()
                .filter(Files::exists)
                .findFirst()
                .map(this::load)
                .or(() -> CloudsFile.find(surroundings.openstackFolders(), surroundings)
                        .map(this::nodesOf))
                .or(this::nodeOfEnvironment)
                .orElseThrow(this::nothingFound);
    }

    KwsConfig load(Path file) {
        return new KwsFile(surroundings.path(file.toString(), surroundings.workingFolder()), surroundings).read();
    }

    private Stream<Path> ownFiles() {
        return Stream.of(
                surroundings.workingFolder().resolve("kws.yaml"),
                surroundings.userFolder("kws").resolve("kws.yaml"));
    }

    private KwsConfig nodesOf(CloudsFile clouds) {
        Optional<String> chosen = surroundings.variable("OS_CLOUD");
        List<String> names = chosen.map(List::of).orElseGet(() -> List.copyOf(clouds.names()));
        if (names.isEmpty()) {
            throw new ConfigurationException(clouds.path() + " holds no clouds");
        }
        List<NodeConfig> nodes = new ArrayList<>();
        for (String name : names) {
            nodes.add(NodeConfig.builder()
                    .name(name)
                    .openstack(clouds.cloud(name))
                    .build());
        }
        return KwsConfig.of(nodes);
    }

    private Optional<KwsConfig> nodeOfEnvironment() {
        if (surroundings.variable("OS_AUTH_URL").isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        surroundings.environment().forEach((name, value) -> {
            if (name.startsWith("OS_")) {
                values.put(name.substring("OS_".length()).toLowerCase(Locale.ROOT), value);
            }
        });
        CloudSettings settings = new CloudSettings(
                "the cloud in the environment variables",
                values,
                key -> "OS_" + key.toUpperCase(Locale.ROOT),
                surroundings,
                surroundings.workingFolder());
        return Optional.of(KwsConfig.of(NodeConfig.builder()
                .name(surroundings.variable("OS_CLOUD").orElse("default"))
                .openstack(new CloudReader(settings).read())
                .build()));
    }

    private ConfigurationException nothingFound() {
        List<String> places = new ArrayList<>();
        places.add("the file that KWS_CONFIG names");
        ownFiles().forEach(file -> places.add(file.toString()));
        places.add("the file that OS_CLIENT_CONFIG_FILE names");
        places.add("clouds.yaml in " + CloudsFile.listed(surroundings.openstackFolders()));
        places.add("the variable OS_AUTH_URL");
        return new ConfigurationException("no configuration found; looked for " + String.join("; ", places));
    }
}
