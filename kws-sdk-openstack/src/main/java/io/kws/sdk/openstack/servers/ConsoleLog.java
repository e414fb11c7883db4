package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.util.Map;

/** Reads the console logs of servers (Compute API 2.1, "Show console output"). The POST may be repeated. */
final class ConsoleLog {
    private ConsoleLog() {}

    static String read(OpenStackClient client, String serverId, int lines) {
        if (lines < 1) {
            throw new InvalidRequestException("lines of a console log must be at least 1, was " + lines);
        }
        Request request = Request.of("POST", COMPUTE, "servers", serverId, "action")
                .body(Json.of(Map.of("os-getConsoleOutput", Map.of("length", lines))))
                .repeatable();
        return client.send(request).path("output").asText("");
    }
}
