package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.internal.text.NearestName;
import io.kws.sdk.rentals.TermCaps;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes that an application works with, by name, in the order of the file. Immutable; prints no secret.
 *
 * <p>A {@code kws.yaml} looks so; a value may contain {@code ${VARIABLE}} or {@code ${VARIABLE:-default}}, taken from
 * the environment ({@code $$} followed by a brace stands for itself), and a key that is not known is an error:
 *
 * <pre>
 * nodes:
 *   kws1:
 *     cloud: kws1                            # entry of clouds.yaml; region: chooses one of its regions
 *     server-proxy: socks5://127.0.0.1:1080  # on the way to the servers' ports
 *     max-concurrent-calls: 8
 *     kubernetes:                            # or in-cluster: true
 *       kubeconfig: ~/.kube/config
 *       context: kws1
 *       ingress-class: nginx
 *       base-domain: apps.example.org
 *   kws2:
 *     openstack: { auth-url: "http://kws2:5000", username: demo, password: "${KWS2_PASSWORD}", project-name: demo }
 * defaults: { max-concurrent-calls: 4 }      # for the nodes that say nothing
 * clouds-file: clouds.yaml                   # else found as openstacksdk does
 * rentals:                                   # how far they may be extended; such as 14d, 36h, 90m
 *   most-per-extension: 14d
 *   most-in-total: 120d
 * </pre>
 *
 * <p>{@code clouds.yaml}, {@code secure.yaml}, {@code clouds-public.yaml} and the {@code OS_*} variables mean what they
 * mean to openstacksdk, with password or application credential; without a domain, users and projects are looked for in
 * the one with the ID {@code default}, as the {@code openstack} command does.
 *
 * @param nodes the nodes by name
 * @param termCaps how far rentals may be extended
 */
public record KwsConfig(Map<String, NodeConfig> nodes, TermCaps termCaps) {
    /**
     * Copies the map.
     *
     * @param nodes the nodes by name
     * @param termCaps how far rentals may be extended
     */
    public KwsConfig {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }

    /**
     * Returns a configuration made in code.
     *
     * @param nodes the nodes
     * @return the configuration
     * @throws ConfigurationException if two nodes have one name
     */
    public static KwsConfig of(NodeConfig... nodes) {
        return of(Arrays.asList(nodes));
    }

    /**
     * Returns a configuration made in code.
     *
     * @param nodes the nodes
     * @return the configuration
     * @throws ConfigurationException if two nodes have one name
     */
    public static KwsConfig of(Collection<NodeConfig> nodes) {
        Map<String, NodeConfig> byName = new LinkedHashMap<>();
        for (NodeConfig node : nodes) {
            if (byName.put(node.name(), node) != null) {
                throw new ConfigurationException("there are two nodes named \"" + node.name() + "\"");
            }
        }
        return new KwsConfig(byName, TermCaps.NONE);
    }

    /**
     * Returns the same nodes with other caps.
     *
     * @param caps how far rentals may be extended
     * @return the configuration
     */
    public KwsConfig withTermCaps(TermCaps caps) {
        return new KwsConfig(nodes, caps);
    }

    /**
     * Reads the first of these that exists; what comes later is not looked at:
     *
     * <ol>
     *   <li>the file that {@code KWS_CONFIG} names, which must then exist,
     *   <li>{@code ./kws.yaml},
     *   <li>{@code ~/.config/kws/kws.yaml},
     *   <li>{@code clouds.yaml} where openstacksdk looks for it: each entry becomes a node of that name, or only the
     *       entry that {@code OS_CLOUD} names,
     *   <li>the {@code OS_*} variables: one node, named by {@code OS_CLOUD} or else {@code default}.
     * </ol>
     *
     * @return the configuration
     * @throws ConfigurationException if there is none, or if it names something unknown, missing or contradictory
     */
    public static KwsConfig load() {
        return new ConfigLoader(ConfigEnvironment.ofProcess()).load();
    }

    /**
     * Reads a {@code kws.yaml}.
     *
     * @param file the file, with any name
     * @return the configuration
     * @throws ConfigurationException if it is missing or names something unknown, missing or contradictory
     */
    public static KwsConfig load(Path file) {
        return new ConfigLoader(ConfigEnvironment.ofProcess()).load(file);
    }

    /** {@return the names of the nodes, in order} */
    public List<String> names() {
        return List.copyOf(nodes.keySet());
    }

    /**
     * Returns a node.
     *
     * @param name its name
     * @return the node
     * @throws ConfigurationException if there is none of that name
     */
    public NodeConfig node(String name) {
        NodeConfig node = nodes.get(name);
        if (node == null) {
            throw new ConfigurationException("node \"" + name + "\" does not exist" + NearestName.hint(name, names()));
        }
        return node;
    }
}
