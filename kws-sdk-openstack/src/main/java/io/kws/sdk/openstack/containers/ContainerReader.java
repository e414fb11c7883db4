package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.rentals.RentalId;
import java.util.List;
import java.util.Optional;

/** Reads the containers of a node (Container API v1, "List all containers", "Show details of a container"). */
final class ContainerReader {
    private static final Lookup<Container> LOOKUP = new Lookup<>("container", Container::id, Container::name);

    private final OpenStackClient client;

    ContainerReader(OpenStackClient client) {
        this.client = client;
    }

    List<Container> list() {
        return list(ContainerNode.request("GET", "containers"));
    }

    /** The links to further pages forget the name. */
    List<Container> named(String name) {
        return list(ContainerNode.request("GET", "containers").query("name", name)).stream()
                .filter(container -> container.name().equals(name))
                .toList();
    }

    static List<Container> rentedAs(RentalId rental, List<Container> among) {
        return among.stream()
                .filter(container -> container
                        .rental()
                        .filter(found -> found.id().equals(rental))
                        .isPresent())
                .toList();
    }

    Optional<Container> byId(String id) {
        return client.find(ContainerNode.request("GET", "containers", id))
                .map(json -> ContainerJson.read(client.node(), json));
    }

    /** Lists show states as of some time ago, so what is found by its name is looked at once more. */
    Optional<Container> find(String nameOrId) {
        Optional<Container> byId = Lookup.mayBeId(nameOrId) ? byId(nameOrId) : Optional.empty();
        return byId.or(() ->
                client.located(() -> LOOKUP.find(nameOrId, named(nameOrId))).flatMap(found -> byId(found.id())));
    }

    Container get(String nameOrId) {
        return client.located(() -> find(nameOrId).orElseThrow(() -> LOOKUP.missing(nameOrId, list())));
    }

    private List<Container> list(Request request) {
        return client.list(request, "containers").stream()
                .map(json -> ContainerJson.read(client.node(), json))
                .toList();
    }
}
