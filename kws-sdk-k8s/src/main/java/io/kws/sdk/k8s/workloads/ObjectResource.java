package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An object made for an app; found again by its name, and by the mark that it carries.
 *
 * @param removal removes it
 * @param isOurs whether an object of its name carries the mark
 * @param model what to make, as one of client-java's models; supplied, as it may hold secrets that a record would print
 */
public record ObjectResource(ObjectRemoval removal, Predicate<JsonNode> isOurs, Supplier<?> model)
        implements Resource<JsonNode> {
    @Override
    public ResourceKind kind() {
        return removal.kind();
    }

    @Override
    public String name() {
        return removal.name();
    }

    @Override
    public JsonNode create() {
        return removal.client().send(Request.create(removal.api(), removal.namespace(), model.get()));
    }

    @Override
    public Optional<JsonNode> find() {
        return removal.client()
                .find(Request.get(removal.api(), removal.namespace(), removal.name()))
                .filter(isOurs);
    }

    @Override
    public String id(JsonNode made) {
        return removal.id(made);
    }

    @Override
    public void delete(JsonNode made) {
        removal.delete(made);
    }
}
