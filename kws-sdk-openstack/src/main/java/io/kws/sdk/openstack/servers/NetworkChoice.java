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

/**
 * The networks of a server.
 *
 * @param network the one it attaches to
 * @param external where its floating IP comes from; empty if it gets none
 */
record NetworkChoice(Network network, Optional<Network> external) {
    private static final Lookup<Network> LOOKUP = new Lookup<>("network", Network::id, Network::name);

    /**
     * Chooses.
     *
     * @param all what the credentials show; an administrator's show other projects' networks too
     * @param projectId whose networks may be chosen without being named
     * @param spec names them, or leaves the choice
     */
    static NetworkChoice among(List<Network> all, String projectId, ServerSpec spec) {
        List<Network> inner = all.stream()
                .filter(one -> one.reach() == Reach.SHARED
                        || (one.reach() == Reach.PRIVATE && one.projectId().equals(projectId)))
                .toList();
        List<Network> outer =
                all.stream().filter(one -> one.reach() == Reach.EXTERNAL).toList();
        Network own = spec.network().map(name -> LOOKUP.get(name, all)).orElseGet(() -> only(inner, "network"));
        if (!getsFloatingIp(spec)) {
            return new NetworkChoice(own, Optional.empty());
        }
        Network external = spec.externalNetwork()
                .map(name -> LOOKUP.get(name, all))
                .orElseGet(() -> only(outer, "external network"));
        if (external.reach() != Reach.EXTERNAL) {
            throw new InvalidRequestException(
                    "network \"" + external.name() + "\" is not external, so no floating IP comes from it");
        }
        return new NetworkChoice(own, Optional.of(external));
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
            throw new NotFoundException("the node has no " + kind + " that the project can use");
        }
        if (candidates.size() > 1) {
            throw new AmbiguousException(
                    "there are %d %ss (%s)"
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
