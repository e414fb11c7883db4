package io.kws.sdk.openstack.servers;

import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.resources.DuplicateRentals;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerSpec;
import java.util.List;

/** Looks up and checks what a rent needs. Each method only reads from the node. */
final class RentPreconditions {
    private static final DuplicateRentals<Server> DUPLICATES =
            new DuplicateRentals<>("server", Server::id, Server::name, Server::rental);

    private final ServerNode node;
    private final ServerSpec spec;

    RentPreconditions(ServerNode node, ServerSpec spec) {
        this.node = node;
        this.spec = spec;
    }

    Image image() {
        return node.images().get(spec.image());
    }

    Flavor flavor() {
        return node.flavors().get(spec.flavor());
    }

    NetworkChoice networks() {
        return NetworkChoice.among(node.networks().list(), node.client().projectId(), spec);
    }

    List<String> securityGroupIds() {
        return SecurityGroups.ids(node, spec);
    }

    /** Returns the name of the renter's own keypair; empty for another kind of login. */
    String keypair() {
        return spec.login() instanceof Login.OwnKeypair own
                ? node.keypairs().get(own.name()).name()
                : "";
    }

    void requireFreeName() {
        requireNoDuplicate("");
    }

    /** Requires that no other rented server has the name; {@code ownId} is empty before the server is created. */
    void requireNoDuplicate(String ownId) {
        DUPLICATES.requireNone(ownId, node.reader().named(spec.name()), server -> true);
    }
}
