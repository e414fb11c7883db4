package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.receipts.ResourceKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A resource that Neutron creates for a server, found again by its name. */
abstract class NeutronResource implements Resource<JsonNode> {
    final NeutronCollection collection;
    final Map<String, Object> attributes = new HashMap<>();

    private final ResourceKind kind;
    private final String name;

    NeutronResource(NeutronCollection collection, ResourceKind kind, String name, String description) {
        this.collection = collection;
        this.kind = kind;
        this.name = name;
        attributes.put("description", description);
    }

    @Override
    public ResourceKind kind() {
        return kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JsonNode create() {
        return collection.create(attributes);
    }

    @Override
    public Optional<JsonNode> find() {
        return collection.named(name).stream().findFirst();
    }

    @Override
    public String id(JsonNode resource) {
        return resource.path("id").asText();
    }

    @Override
    public void delete(JsonNode resource) {
        collection.delete(resource.path("id").asText());
    }
}
