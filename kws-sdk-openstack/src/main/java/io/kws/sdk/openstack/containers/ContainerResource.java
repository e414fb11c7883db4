package io.kws.sdk.openstack.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.containers.Container;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;

/**
 * The container that is made, by its ID; found again by the rental in its labels.
 *
 * @param removal removes it
 * @param rental the rental it carries
 * @param request what to make
 */
record ContainerResource(ContainerRemoval removal, RentalId rental, JsonNode request) implements Resource<String> {
    @Override
    public ResourceKind kind() {
        return removal.kind();
    }

    @Override
    public String name() {
        return removal.name();
    }

    @Override
    public String create() {
        JsonNode made = removal.node()
                .client()
                .send(ContainerNode.request("POST", "containers")
                        .query("run", "true")
                        .body(request));
        return Json.text(made, "uuid");
    }

    @Override
    public Optional<String> find() {
        return ContainerReader.rentedAs(rental, removal.node().reader().named(name())).stream()
                .map(Container::id)
                .findFirst();
    }

    @Override
    public String id(String made) {
        return made;
    }

    @Override
    public void delete(String made) {
        removal.delete(made);
    }
}
