package io.kws.sdk.openstack.networks;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.NetworkValue;
import io.kws.sdk.networks.Network;
import io.kws.sdk.networks.Network.Reach;
import io.kws.sdk.networks.Networks;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.util.List;
import java.util.Optional;

/** Networks in Neutron. */
public final class NeutronNetworks implements Networks {
    private static final Lookup<Network> LOOKUP = new Lookup<>("network", Network::id, Network::name);

    private final OpenStackClient client;

    /**
     * Makes access to the networks of a node.
     *
     * @param client the node
     */
    public NeutronNetworks(OpenStackClient client) {
        this.client = client;
    }

    @Override
    public List<Network> list() {
        return client.list(Request.get(NETWORK, "networks"), "networks").stream()
                .map(NeutronNetworks::network)
                .toList();
    }

    @Override
    public Optional<Network> find(String nameOrId) {
        return client.located(() -> LOOKUP.find(nameOrId, list()));
    }

    @Override
    public Network get(String nameOrId) {
        return client.located(() -> LOOKUP.get(nameOrId, list()));
    }

    private static Network network(JsonNode json) {
        return NetworkValue.builder()
                .id(Json.text(json, "id"))
                .name(json.path("name").asText(""))
                .projectId(json.path("project_id").asText(json.path("tenant_id").asText("")))
                .status(json.path("status").asText())
                .reach(reach(json))
                .build();
    }

    private static Reach reach(JsonNode json) {
        if (json.path("router:external").asBoolean()) {
            return Reach.EXTERNAL;
        }
        return json.path("shared").asBoolean() ? Reach.SHARED : Reach.PRIVATE;
    }
}
