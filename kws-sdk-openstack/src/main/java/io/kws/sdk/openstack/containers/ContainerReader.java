package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.ResourceLookup;
import io.kws.sdk.rentals.RentalId;
import java.util.List;
import java.util.Optional;

/** Reads the containers of a node (Container API v1, "List all containers", "Show details of a container"). */
final class ContainerReader {
    private static final Lookup<Container> LOOKUP = new Lookup<>("container", Container::id, Container::name);

    private final OpenStackClient client;
    private final ResourceLookup<Container> lookup;

    ContainerReader(OpenStackClient client) {
        this.client = client;
        this.lookup = new ResourceLookup<>(client, LOOKUP, this::byNameOrId, this::list);
    }

    List<Container> list() {
        return list(ContainerNode.request("GET", "containers"));
    }

    /** Filters once more, because Zun's links to further pages do not repeat the name. */
    List<Container> named(String name) {
        return list(ContainerNode.request("GET", "containers").query("name", name)).stream()
                .filter(container -> container.name().equals(name))
                .toList();
    }

    static List<Container> rentedAs(RentalId rental, List<Container> containers) {
        return containers.stream()
                .filter(container -> container
                        .rental()
                        .filter(own -> own.id().equals(rental))
                        .isPresent())
                .toList();
    }

    Optional<Container> byId(String id) {
        return client.find(ContainerNode.request("GET", "containers", id))
                .map(json -> ContainerJson.read(client.node(), json));
    }

    /** Lists show states of some time ago, so a container found by its name is read once more. */
    private Optional<Container> byNameOrId(String nameOrId) {
        Optional<Container> byId = Lookup.mayBeId(nameOrId) ? byId(nameOrId) : Optional.empty();
        return byId.or(() -> LOOKUP.find(nameOrId, named(nameOrId)).flatMap(listed -> byId(listed.id())));
    }

    Optional<Container> find(String nameOrId) {
        return lookup.find(nameOrId);
    }

    Container get(String nameOrId) {
        return lookup.get(nameOrId);
    }

    private List<Container> list(Request request) {
        return client.list(request, "containers").stream()
                .map(json -> ContainerJson.read(client.node(), json))
                .toList();
    }
}
