package io.kws.sdk.openstack.containers;

import io.kws.sdk.Node;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.openstack.faults.BackgroundSubject;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.servers.Port;
import java.time.Duration;

/** A container, whose port and security group are Zun's own. */
final class RentedContainer implements BackgroundSubject {
    private static ContainerSpec spec(RentalId rental) {
        return ContainerSpec.builder()
                .name(NAME)
                .image("nginx")
                .network("private")
                .exposedPorts(Port.HTTP)
                .readyWithin(Duration.ofSeconds(10))
                .rentalId(rental)
                .build();
    }

    @Override
    public Receipt make(Node node, RentalId rental) {
        return node.containers().run(spec(rental)).receipt();
    }

    @Override
    public Making<?> begin(Node node, RentalId rental) {
        return new Making<>(node.containers().runAsync(spec(rental)), ContainerRental::receipt);
    }

    @Override
    public Receipt remove(Node node, String nameOrRental) {
        return node.containers().delete(nameOrRental);
    }

    @Override
    public String search() {
        return "find container";
    }

    @Override
    public void breakCloud(SandboxNode cloud) {
        cloud.failContainers("the daemon is tired");
    }

    @Override
    public void healCloud(SandboxNode cloud) {
        cloud.healContainers();
    }

    @Override
    public String kind() {
        return "container";
    }
}
