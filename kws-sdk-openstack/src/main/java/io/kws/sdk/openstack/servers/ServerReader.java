package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import io.kws.sdk.driver.Lookup;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Server;
import java.util.List;
import java.util.Optional;

/** Reads the servers of a node. */
final class ServerReader {
    private static final Lookup<Server> LOOKUP = new Lookup<>("server", Server::id, Server::name);

    private final OpenStackClient client;

    ServerReader(OpenStackClient client) {
        this.client = client;
    }

    List<Server> list() {
        return list(Request.get(COMPUTE, "servers", "detail"));
    }

    /** Nova takes the name for a regular expression, and a part of the name will do for it. */
    List<Server> named(String name) {
        String exactly = "^" + name.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0") + "$";
        return list(Request.get(COMPUTE, "servers", "detail").query("name", exactly)).stream()
                .filter(server -> server.name().equals(name))
                .toList();
    }

    Optional<Server> rentedAs(RentalId rental) {
        return rentedAs(rental, list());
    }

    static Optional<Server> rentedAs(RentalId rental, List<Server> among) {
        return among.stream()
                .filter(server -> server.rental()
                        .filter(found -> found.id().equals(rental))
                        .isPresent())
                .findFirst();
    }

    Optional<Server> byId(String id) {
        return client.find(Request.get(COMPUTE, "servers", id))
                .map(found -> ServerJson.read(client.node(), found.path("server")));
    }

    Optional<Server> find(String nameOrId) {
        return client.located(() -> LOOKUP.find(nameOrId, this::byId, this::named));
    }

    Server get(String nameOrId) {
        return client.located(() -> find(nameOrId).orElseThrow(() -> LOOKUP.missing(nameOrId, list())));
    }

    private List<Server> list(Request request) {
        return client.list(request, "servers").stream()
                .map(json -> ServerJson.read(client.node(), json))
                .toList();
    }
}
