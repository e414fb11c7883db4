package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.Lookup;
import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.networks.Network;
import io.kws.sdk.networks.Network.Reach;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.ServerSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The networks of a server.
 *
 * @param network the network it is attached to
 * @param external the network of its floating IP; empty if it gets none
 */
record NetworkChoice(Network network, Optional<Network> external) {
    private static final Lookup<Network> LOOKUP = new Lookup<>("network", Network::id, Network::name);

    /**
     * Chooses the networks.
     *
     * @param all all networks that the credentials may see; administrators see those of other projects, too
     * @param projectId the project whose networks may be chosen without being named
     * @param spec names the networks, or leaves the choice open
     */
    static NetworkChoice among(List<Network> all, String projectId, ServerSpec spec) {
        List<Network> internal = all.stream()
                .filter(one -> one.reach() == Reach.SHARED
                        || (one.reach() == Reach.PRIVATE && one.projectId().equals(projectId)))
                .toList();
        List<Network> outside =
                all.stream().filter(one -> one.reach() == Reach.EXTERNAL).toList();
        Network own = spec.network().map(name -> LOOKUP.get(name, all)).orElseGet(() -> only(internal, "network"));
        if (!getsFloatingIp(spec)) {
            return new NetworkChoice(own, Optional.empty());
        }
        Network external = spec.externalNetwork()
                .map(name -> LOOKUP.get(name, all))
                .orElseGet(() -> only(outside, "external network"));
        if (external.reach() != Reach.EXTERNAL) {
            throw new InvalidRequestException(
                    "network \"%s\" is not external, so it provides no floating IPs; name an external network"
                            .formatted(external.name()));
        }
        return new NetworkChoice(own, Optional.of(external));
    }

    /** Returns the networks as lines of a plan. */
    List<String> lines() {
        return Stream.concat(
                        Stream.of("network " + network.name()),
                        external.stream().map(one -> "external network " + one.name()))
                .toList();
    }

    static boolean getsFloatingIp(ServerSpec spec) {
        return switch (spec.floatingIp()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AS_NEEDED ->
                !spec.reachableOn().isEmpty()
                        || spec.readyWhen() instanceof Readiness.Ssh
                        || spec.readyWhen() instanceof Readiness.TcpPort;
        };
    }

    private static Network only(List<Network> candidates, String kind) {
        if (candidates.isEmpty()) {
            throw new NotFoundException("the node has no %s that the project can use".formatted(kind));
        }
        if (candidates.size() > 1) {
            throw new AmbiguousException(
                    "the node has %d %ss (%s)"
                            .formatted(
                                    candidates.size(),
                                    kind,
                                    String.join(
                                            ", ",
                                            candidates.stream()
                                                    .map(Network::name)
                                                    .toList())),
                    candidates.stream().map(Network::id).toList());
        }
        return candidates.get(0);
    }
}
