package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import io.kws.sdk.driver.Lookup;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.ResourceLookup;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Server;
import java.util.List;
import java.util.Optional;

/** Reads the servers of a node. */
final class ServerReader {
    private static final Lookup<Server> LOOKUP = new Lookup<>("server", Server::id, Server::name);

    private final OpenStackClient client;
    private final ResourceLookup<Server> lookup;

    ServerReader(OpenStackClient client) {
        this.client = client;
        this.lookup = new ResourceLookup<>(
                client, LOOKUP, nameOrId -> LOOKUP.find(nameOrId, this::byId, this::named), this::list);
    }

    List<Server> list() {
        return list(Request.get(COMPUTE, "servers", "detail"));
    }

    /** Nova takes the name as a regular expression that may match any part of a server's name. */
    List<Server> named(String name) {
        String exactly = "^" + name.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0") + "$";
        return list(Request.get(COMPUTE, "servers", "detail").query("name", exactly)).stream()
                .filter(server -> server.name().equals(name))
                .toList();
    }

    Optional<Server> rentedAs(RentalId rental) {
        return rentedAs(rental, list());
    }

    static Optional<Server> rentedAs(RentalId rental, List<Server> servers) {
        return servers.stream()
                .filter(server ->
                        server.rental().filter(own -> own.id().equals(rental)).isPresent())
                .findFirst();
    }

    Optional<Server> byId(String id) {
        return client.find(Request.get(COMPUTE, "servers", id))
                .map(answer -> ServerJson.read(client.node(), answer.path("server")));
    }

    Optional<Server> find(String nameOrId) {
        return lookup.find(nameOrId);
    }

    Server get(String nameOrId) {
        return lookup.get(nameOrId);
    }

    private List<Server> list(Request request) {
        return client.list(request, "servers").stream()
                .map(json -> ServerJson.read(client.node(), json))
                .toList();
    }
}
