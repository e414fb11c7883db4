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
    private final ConfigEnvironment environment;

    ConfigLoader(ConfigEnvironment environment) {
        this.environment = environment;
    }

    KwsConfig load() {
        Optional<String> named = environment.variable("KWS_CONFIG");
        if (named.isPresent()) {
            Path file = environment.path(named.get(), environment.workingFolder());
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
                .or(() -> CloudsFile.find(environment.openstackFolders(), environment)
                        .map(this::nodesOf))
                .or(this::nodeOfEnvironment)
                .orElseThrow(this::nothingFound);
    }

    KwsConfig load(Path file) {
        return new KwsFile(environment.path(file.toString(), environment.workingFolder()), environment).read();
    }

    private Stream<Path> ownFiles() {
        return Stream.of(
                environment.workingFolder().resolve("kws.yaml"),
                environment.userFolder("kws").resolve("kws.yaml"));
    }

    private KwsConfig nodesOf(CloudsFile clouds) {
        Optional<String> chosen = environment.variable("OS_CLOUD");
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
        if (environment.variable("OS_AUTH_URL").isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        environment.environment().forEach((name, value) -> {
            if (name.startsWith("OS_")) {
                values.put(name.substring("OS_".length()).toLowerCase(Locale.ROOT), value);
            }
        });
        CloudSettings settings = new CloudSettings(
                "the cloud in the environment variables",
                values,
                key -> "OS_" + key.toUpperCase(Locale.ROOT),
                environment,
                environment.workingFolder());
        return Optional.of(KwsConfig.of(NodeConfig.builder()
                .name(environment.variable("OS_CLOUD").orElse("default"))
                .openstack(new CloudReader(settings).read())
                .build()));
    }

    private ConfigurationException nothingFound() {
        List<String> places = new ArrayList<>();
        places.add("the file that KWS_CONFIG names");
        ownFiles().forEach(file -> places.add(file.toString()));
        places.add("the file that OS_CLIENT_CONFIG_FILE names");
        places.add("clouds.yaml in " + CloudsFile.listed(environment.openstackFolders()));
        places.add("the variable OS_AUTH_URL");
        return new ConfigurationException("no configuration found; looked for " + String.join("; ", places));
    }
}
