package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.values.AddressValue;
import io.kws.sdk.driver.values.ServerValue;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.keypairs.SshKey;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.servers.Access;
import io.kws.sdk.servers.Address;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rented server that is active.
 *
 * @param spec the spec it was rented with
 * @param server the server
 * @param floatingIp its floating IP; empty if it has none
 */
record ActiveServer(ServerSpec spec, Server server, String floatingIp) {
    private static final int CONSOLE_LINES = 200;

    /** Waits until the server is as ready as the spec demands. */
    void awaitReadiness(ServerNode node) {
        Readiness readiness = spec.readyWhen();
        PollInterval pollInterval = node.timeouts().pollInterval();
        if (readiness instanceof Readiness.TcpPort tcp) {
            new Reachability(node.serverProxy(), pollInterval).awaitPort(host(), tcp.port());
        } else if (readiness instanceof Readiness.Ssh) {
            new Reachability(node.serverProxy(), pollInterval).awaitSsh(host());
        } else if (readiness instanceof Readiness.CloudInitFinished) {
            new CloudInitResult(() -> ConsoleLog.read(node.client(), server.id(), CONSOLE_LINES), spec.rentalId())
                    .await(pollInterval);
        }
    }

    ServerRental result(Rental rental, Image image, Optional<SshKey> newKey, Receipt receipt) {
        Optional<String> user = spec.user().or(image::adminUser);
        Access access = new Access(host(), user, newKey.map(SshKey::privateKey));
        return new ServerRental(withFloatingIp(), rental, access, receipt);
    }

    private String host() {
        return floatingIp.isEmpty() ? server.host().orElse("") : floatingIp;
    }

    /** Nova learns of a floating IP some time after Neutron has created it. */
    private Server withFloatingIp() {
        if (floatingIp.isEmpty()
                || server.addresses().stream().anyMatch(address -> address.ip().equals(floatingIp))) {
            return server;
        }
        List<Address> all = new ArrayList<>(server.addresses());
        String network = all.isEmpty() ? "" : all.get(0).network();
        all.add(AddressValue.builder()
                .ip(floatingIp)
                .kind(Address.Kind.FLOATING)
                .network(network)
                .build());
        return ServerValue.builder().from(server).addresses(all).build();
    }
}
