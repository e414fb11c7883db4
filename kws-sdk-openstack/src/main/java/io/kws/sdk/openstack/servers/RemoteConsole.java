package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.net.URI;
import java.util.Map;

/** Opens consoles (Compute API 2.6, "Create Console"). Newer services refuse the request that openstack4j sends. */
final class RemoteConsole {
    private RemoteConsole() {}

    static URI url(OpenStackClient client, String serverId) {
        Request request = Request.of("POST", COMPUTE, "servers", serverId, "remote-consoles")
                .microversion("2.6")
                .body(Json.of(Map.of("remote_console", Map.of("protocol", "vnc", "type", "novnc"))))
                .repeatable();
        try {
            return URI.create(
                    client.send(request).path("remote_console").path("url").asText());
        } catch (InvalidRequestException e) {
            throw new CapabilityMissingException("the node offers no noVNC consoles: " + e.reason(), e);
        }
    }
}
