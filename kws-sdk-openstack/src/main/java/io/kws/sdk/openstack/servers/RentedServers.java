package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Address;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rented servers; their tags are Nova's metadata. */
public final class RentedServers implements RentalBackend {
    private static final Set<ServerStatus> CHANGING = EnumSet.of(
            ServerStatus.BUILD,
            ServerStatus.REBOOT,
            ServerStatus.HARD_REBOOT,
            ServerStatus.REBUILD,
            ServerStatus.RESIZE,
            ServerStatus.REVERT_RESIZE,
            ServerStatus.PASSWORD,
            ServerStatus.MIGRATING);

    private final ServerNode node;
    private final ServerReader reader;

    /**
     * Makes access to the rented servers of a node.
     *
     * @param node the node
     */
    public RentedServers(ServerNode node) {
        this.node = node;
        this.reader = node.reader();
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.SERVER;
    }

    @Override
    public List<Tagged> list() {
        return reader.list().stream()
                .filter(server -> RentalTags.isRental(server.metadata()))
                .map(RentedServers::tagged)
                .toList();
    }

    @Override
    public Tagged get(String nameOrId) {
        return tagged(reader.get(nameOrId));
    }

    private static Tagged tagged(Server server) {
        boolean isUnderWay = server.task().isPresent() || CHANGING.contains(server.status());
        return new Tagged(
                server.id(),
                server.name(),
                server.status().toString(),
                server.metadata(),
                server.addresses().stream().map(Address::ip).toList(),
                isUnderWay ? Course.UNDER_WAY : Course.RESTING);
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        node.client()
                .send(Request.of("POST", COMPUTE, "servers", id, "metadata")
                        .body(Json.of(Map.of("metadata", tags)))
                        .repeatable());
    }

    /** Nova can only stop active servers. */
    @Override
    public void stop(String id) {
        if (reader.get(id).status() == ServerStatus.ACTIVE) {
            var unused = new ServerActions(node).stop(id);
        }
    }

    @Override
    public Receipt end(String id) {
        return node.runner().run(ReleaseServer.useCase(node, id));
    }

    @Override
    public Receipt endRest(RentalId rental) {
        if (reader.list().stream()
                .anyMatch(server -> RentalTags.id(server.metadata()).equals(rental.value()))) {
            return Receipt.empty(); // the server exists, so these are no orphans
        }
        return node.runner().run(ReleaseServer.ofOrphans(node, rental));
    }

    @Override
    public List<Orphan> orphans(Set<String> living) {
        return new ServerOrphans(node, living).list();
    }
}
