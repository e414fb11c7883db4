package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.AddressValue;
import io.kws.sdk.driver.values.ServerValue;
import io.kws.sdk.internal.text.OptionalText;
import io.kws.sdk.servers.Address;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerStatus;
import java.util.ArrayList;
import java.util.List;

/** Reads servers from Nova's JSON, in any microversion. */
final class ServerJson {
    private ServerJson() {}

    static Server read(String node, JsonNode json) {
        return ServerValue.builder()
                .node(node)
                .id(json.path("id").asText())
                .name(json.path("name").asText(""))
                .status(ServerStatus.of(json.path("status").asText()))
                .task(OptionalText.of(json.path("OS-EXT-STS:task_state").asText("")))
                .fault(OptionalText.of(
                        json.path("fault").path("message").asText("").strip()))
                .addresses(addresses(json.path("addresses")))
                .imageId(OptionalText.of(json.path("image").path("id").asText("")))
                .flavor(OptionalText.of(flavor(json.path("flavor"))))
                .keypair(OptionalText.of(json.path("key_name").asText("")))
                .volumeIds(volumeIds(json.path("os-extended-volumes:volumes_attached")))
                .created(Json.instant(json.path("created")))
                .metadata(Json.texts(json.path("metadata")))
                .build();
    }

    /** From microversion 2.47 on, Nova identifies the flavor by name. */
    private static String flavor(JsonNode flavor) {
        return flavor.path("id").asText(flavor.path("original_name").asText(""));
    }

    private static List<String> volumeIds(JsonNode volumes) {
        List<String> ids = new ArrayList<>();
        volumes.forEach(volume -> ids.add(volume.path("id").asText()));
        return ids;
    }

    private static List<Address> addresses(JsonNode byNetwork) {
        List<Address> addresses = new ArrayList<>();
        byNetwork
                .properties()
                .forEach(network ->
                        network.getValue().forEach(address -> addresses.add(address(address, network.getKey()))));
        return addresses;
    }

    private static Address address(JsonNode address, String network) {
        boolean isFloating = address.path("OS-EXT-IPS:type").asText().equals("floating");
        return AddressValue.builder()
                .ip(address.path("addr").asText())
                .kind(isFloating ? Address.Kind.FLOATING : Address.Kind.FIXED)
                .network(network)
                .build();
    }
}
