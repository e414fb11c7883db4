package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.NearestName;
import io.kws.sdk.rentals.TermCaps;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one {@code kws.yaml}. */
final class KwsFile {
    private static final List<String> FILE_KEYS = List.of("nodes", "defaults", "clouds-file", "rentals");
    private static final List<String> DEFAULT_KEYS = List.of("server-proxy", "max-concurrent-calls");
    private static final List<String> RENTAL_KEYS = List.of("most-per-extension", "most-in-total");
    private static final List<String> NODE_KEYS =
            List.of("cloud", "region", "openstack", "kubernetes", "server-proxy", "max-concurrent-calls");

    private final Path file;
    private final ConfigEnvironment environment;
    private final Placeholders placeholders;
    private @Nullable CloudsFile clouds;

    KwsFile(Path file, ConfigEnvironment environment) {
        this.file = file;
        this.environment = environment;
        this.placeholders = new Placeholders(environment.environment());
    }

    Path path() {
        return file;
    }

    String fill(String text, String where) {
        return placeholders.fill(text, where);
    }

    KwsConfig read() {
        ConfigSection top = ConfigSection.ofFile(this, "", YamlFile.read(file));
        top.allowOnly(FILE_KEYS);
        ConfigSection defaults =
                top.section("defaults").orElseGet(() -> ConfigSection.ofFile(this, "defaults", Map.of()));
        defaults.allowOnly(DEFAULT_KEYS);
        ConfigSection nodes = top.section("nodes")
                .filter(section -> !section.keys().isEmpty())
                .orElseThrow(() -> new ConfigurationException(file + " names no nodes; put them below \"nodes\""));
        List<NodeConfig> read = new ArrayList<>();
        for (String name : nodes.keys()) {
            ConfigSection node = nodes.section(name).orElseThrow();
            read.add(node(name, node, defaults, top));
        }
        return KwsConfig.of(read)
                .withTermCaps(top.section("rentals").map(KwsFile::caps).orElse(TermCaps.NONE));
    }

    private static TermCaps caps(ConfigSection rentals) {
        rentals.allowOnly(RENTAL_KEYS);
        try {
            return new TermCaps(
                    rentals.duration("most-per-extension").orElse(TermCaps.NONE.perExtension()),
                    rentals.duration("most-in-total").orElse(TermCaps.NONE.inTotal()));
        } catch (InvalidRequestException e) {
            throw new ConfigurationException(rentals.place() + ": " + e.getMessage(), e);
        }
    }

    private NodeConfig node(String name, ConfigSection node, ConfigSection defaults, ConfigSection top) {
        NodeConfig.Builder builder = NodeConfig.builder().name(name);
        Optional<CloudConfig> cloud = cloud(node, top);
        Optional<ClusterConfig> cluster =
                node.section("kubernetes").map(section -> new InlineCluster(section, environment, folder()).read());
        Map<String, ConfigSection> others = sectionsOfOtherDrivers(node);
        if (cloud.isEmpty() && cluster.isEmpty() && others.isEmpty()) {
            throw new ConfigurationException(
                    "node \"" + name + "\" in " + file + " has none of cloud, openstack and kubernetes");
        }
        others.forEach(builder::putSections);
        cloud.ifPresent(builder::openstack);
        cluster.ifPresent(builder::kubernetes);
        proxy(node).or(() -> proxy(defaults)).ifPresent(builder::serverProxy);
        node.number("max-concurrent-calls")
                .or(() -> defaults.number("max-concurrent-calls"))
                .ifPresent(builder::maxConcurrentCalls);
        return builder.build();
    }

    /** A mapping may belong to a driver that only the registry knows, unless its key looks like a misspelt one. */
    private static Map<String, ConfigSection> sectionsOfOtherDrivers(ConfigSection node) {
        Map<String, ConfigSection> sections = new LinkedHashMap<>();
        for (String key : node.keys()) {
            if (NODE_KEYS.contains(key)) {
                continue;
            }
            if (!node.isSection(key) || NearestName.to(key, NODE_KEYS).isPresent()) {
                throw node.unknown(key, NODE_KEYS);
            }
            sections.put(key, node.section(key).orElseThrow());
        }
        return sections;
    }

    private Optional<CloudConfig> cloud(ConfigSection node, ConfigSection top) {
        Optional<String> entry = node.text("cloud");
        Optional<ConfigSection> inline = node.section("openstack");
        if (entry.isPresent() && inline.isPresent()) {
            throw node.wrong("cloud", "and openstack exclude each other; keep one");
        }
        Optional<String> region = node.text("region");
        if (region.isPresent() && entry.isEmpty()) {
            throw node.wrong("region", "chooses a region of \"cloud\", which is missing");
        }
        return entry.map(name -> clouds(top).cloud(name, region.orElse("")))
                .or(() -> inline.map(section -> new InlineCloud(section, environment, folder()).read()));
    }

    private CloudsFile clouds(ConfigSection top) {
        CloudsFile known = clouds;
        if (known == null) {
            known = openClouds(top);
            clouds = known;
        }
        return known;
    }

    private CloudsFile openClouds(ConfigSection top) {
        Optional<String> named = top.text("clouds-file");
        if (named.isPresent()) {
            Path target = environment.path(named.get(), folder());
            if (!Files.isRegularFile(target)) {
                throw top.wrong("clouds-file", "names " + target + ", which is not a file");
            }
            return CloudsFile.open(target, environment);
        }
        List<Path> folders = Stream.of(List.of(environment.workingFolder(), folder()), environment.openstackFolders())
                .flatMap(List::stream)
                .distinct()
                .toList();
        return CloudsFile.find(folders, environment)
                .orElseThrow(() -> new ConfigurationException(
                        file + " refers to clouds.yaml, but there is none in " + CloudsFile.listed(folders)));
    }

    private static Optional<URI> proxy(ConfigSection section) {
        return section.text("server-proxy").map(text -> {
            try {
                return new URI(text);
            } catch (URISyntaxException e) {
                throw section.wrong("server-proxy", "must look like socks5://host:port");
            }
        });
    }

    private Path folder() {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(environment.workingFolder());
    }
}
