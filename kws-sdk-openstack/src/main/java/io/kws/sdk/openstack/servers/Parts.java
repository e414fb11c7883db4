package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.keypairs.Keypairs;
import io.kws.sdk.openstack.transport.Gate;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;

/** What is made beside a rented server; each part is found again by the rental's ID in its name or description. */
final class Parts {
    private final Gate gate;
    private final Keypairs keypairs;
    private final RentalId rental;
    private final String description;

    private Parts(Gate gate, Keypairs keypairs, RentalId rental, String description) {
        this.gate = gate;
        this.keypairs = keypairs;
        this.rental = rental;
        this.description = description;
    }

    static Parts toMake(Gate gate, Keypairs keypairs, Rental rental) {
        return new Parts(gate, keypairs, rental.id(), RentalTags.description(rental));
    }

    static Parts toRemove(Gate gate, Keypairs keypairs, RentalId rental) {
        return new Parts(gate, keypairs, rental, "");
    }

    /** Makes the part that makes a keypair of a public key that is named like it; its comment tells for which project. */
    KeypairPart keypairOf(String publicKey) {
        return new KeypairPart(keypairs, RentalTags.name(rental), KeypairPart.ofProject(publicKey, gate.projectId()));
    }

    /** Makes the part that removes the keypair. */
    KeypairPart keypair() {
        return new KeypairPart(keypairs, RentalTags.name(rental), "");
    }

    SecurityGroupPart securityGroup() {
        return new SecurityGroupPart(gate, RentalTags.name(rental), description);
    }

    PortPart port() {
        return new PortPart(gate, RentalTags.name(rental), description);
    }

    FloatingIpPart floatingIp() {
        return new FloatingIpPart(gate, rental, description);
    }
}
