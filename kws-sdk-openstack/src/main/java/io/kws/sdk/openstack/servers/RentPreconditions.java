package io.kws.sdk.openstack.servers;

import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.ServerSpec;
import java.util.List;

/** What must be known before a server is rented. Each method asks the node, and makes nothing. */
final class RentPreconditions {
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

    /** Returns the name of the renter's own keypair. */
    String keypair(Login.OwnKeypair own) {
        return node.keypairs().get(own.name()).name();
    }

    /** A rental ID given twice, or a name rented twice, is a request made twice. Returns the name. */
    String freeName() {
        requireNoOther("");
        return spec.name();
    }

    /** Of two requests with one name, at least the later one sees the servers of both. */
    void requireNoOther(String ownId) {
        node.reader().named(spec.name()).stream()
                .filter(server -> server.rental().isPresent() && !server.id().equals(ownId))
                .findFirst()
                .ifPresent(server -> {
                    throw new AlreadyRentedException(
                            "a rented server of that name is there already (%s, rental %s); release it or take another name"
                                    .formatted(
                                            server.id(),
                                            server.rental().map(Rental::id).orElseThrow()));
                });
    }

    /** Returns the flavor, if it and the image fit together. */
    Flavor fitting(Image image, Flavor flavor) {
        FlavorFit.check(image, flavor, spec.bootVolumeGib().orElse(0));
        return flavor;
    }
}
