package io.kws.sdk.openstack.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.containers.Container;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.ResourceById;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;

/**
 * The container that a run creates, found again by the rental in its labels.
 *
 * @param removal deletes it
 * @param rental its rental
 * @param request the request that creates it
 */
record ContainerResource(ContainerRemoval removal, RentalId rental, JsonNode request) implements ResourceById {
    @Override
    public String create() {
        JsonNode created = removal.node()
                .client()
                .send(ContainerNode.request("POST", "containers")
                        .query("run", "true")
                        .body(request));
        return Json.text(created, "uuid");
    }

    @Override
    public Optional<String> find() {
        return ContainerReader.rentedAs(rental, removal.node().reader().named(name())).stream()
                .map(Container::id)
                .findFirst();
    }
}
