package io.kws.sdk.openstack.servers;

import io.kws.sdk.Node;
import io.kws.sdk.faults.Eavesdropper;
import io.kws.sdk.openstack.faults.BackgroundSubject;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import java.time.Duration;
import java.util.List;

/** A server with all that is made beside it. */
final class RentedServer implements BackgroundSubject {
    private static ServerSpec spec(RentalId rental) {
        return ServerSpec.builder()
                .name(NAME)
                .image("ubuntu-22.04")
                .flavor("m1.nano")
                .reachableOn(Port.SSH)
                .cloudInit(CloudInit.builder()
                        .addCommands("echo " + Eavesdropper.SECRET)
                        .build())
                .readyWithin(Duration.ofSeconds(10))
                .rentalId(rental)
                .build();
    }

    @Override
    public Receipt make(Node node, RentalId rental) {
        return node.servers().rent(spec(rental)).receipt();
    }

    @Override
    public Making<?> begin(Node node, RentalId rental) {
        return new Making<>(node.servers().rentAsync(spec(rental)), ServerRental::receipt);
    }

    @Override
    public Receipt remove(Node node, String nameOrRental) {
        return node.servers().release(nameOrRental);
    }

    @Override
    public String search() {
        return "find server";
    }

    @Override
    public void breakCloud(SandboxNode cloud) {
        cloud.failServers("No valid host was found. ");
    }

    @Override
    public void healCloud(SandboxNode cloud) {
        cloud.healServers();
    }

    @Override
    public List<String> parts() {
        return List.of("floatingip", "keypair", "port", "securitygroup");
    }

    @Override
    public String kind() {
        return "server";
    }
}
