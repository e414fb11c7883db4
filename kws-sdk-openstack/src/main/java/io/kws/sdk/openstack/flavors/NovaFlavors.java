package io.kws.sdk.openstack.flavors;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.FlavorValue;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.flavors.Flavors;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.util.List;
import java.util.Optional;

/** Flavors in Nova. */
public final class NovaFlavors implements Flavors {
    private static final Lookup<Flavor> LOOKUP = new Lookup<>("flavor", Flavor::id, Flavor::name);

    private final OpenStackClient client;

    /**
     * Makes access to the flavors of a node.
     *
     * @param client the node
     */
    public NovaFlavors(OpenStackClient client) {
        this.client = client;
    }

    @Override
    public List<Flavor> list() {
        return client.list(Request.get(COMPUTE, "flavors", "detail"), "flavors").stream()
                .map(NovaFlavors::flavor)
                .toList();
    }

    @Override
    public Optional<Flavor> find(String nameOrId) {
        return client.located(() -> LOOKUP.find(nameOrId, list()));
    }

    @Override
    public Flavor get(String nameOrId) {
        return client.located(() -> LOOKUP.get(nameOrId, list()));
    }

    private static Flavor flavor(JsonNode json) {
        return FlavorValue.builder()
                .id(Json.text(json, "id"))
                .name(json.path("name").asText())
                .vcpus(json.path("vcpus").asInt())
                .ramMib(json.path("ram").asInt())
                .diskGib(json.path("disk").asInt())
                .build();
    }
}
