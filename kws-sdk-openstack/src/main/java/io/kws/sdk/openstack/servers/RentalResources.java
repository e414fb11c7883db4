package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.keypairs.Keypairs;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;

/** The resources created beside a rented server. Each carries the rental's ID in its name or description. */
final class RentalResources {
    private final OpenStackClient client;
    private final Keypairs keypairs;
    private final RentalId rental;
    private final String description;

    private RentalResources(OpenStackClient client, Keypairs keypairs, RentalId rental, String description) {
        this.client = client;
        this.keypairs = keypairs;
        this.rental = rental;
        this.description = description;
    }

    static RentalResources toCreate(OpenStackClient client, Keypairs keypairs, Rental rental) {
        return new RentalResources(client, keypairs, rental.id(), RentalTags.description(rental));
    }

    static RentalResources toRemove(OpenStackClient client, Keypairs keypairs, RentalId rental) {
        return new RentalResources(client, keypairs, rental, "");
    }

    /** Returns the keypair to create; the comment of its public key names it and the project. */
    KeypairResource keypairOf(String publicKey) {
        return new KeypairResource(
                keypairs, RentalTags.name(rental), KeypairResource.ofProject(publicKey, client.projectId()));
    }

    /** Returns the keypair to remove. */
    KeypairResource keypair() {
        return new KeypairResource(keypairs, RentalTags.name(rental), "");
    }

    SecurityGroupResource securityGroup() {
        return new SecurityGroupResource(client, RentalTags.name(rental), description);
    }

    PortResource port() {
        return new PortResource(client, RentalTags.name(rental), description);
    }

    FloatingIpResource floatingIp() {
        return new FloatingIpResource(client, rental, description);
    }
}
