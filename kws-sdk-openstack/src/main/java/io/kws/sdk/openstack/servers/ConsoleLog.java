package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.util.Map;

/** Reads what servers write to their consoles (Compute API 2.1, "Show console output"). A POST that may be repeated. */
final class ConsoleLog {
    private ConsoleLog() {}

    static String read(OpenStackClient client, String serverId, int lines) {
        if (lines < 1) {
            throw new InvalidRequestException("a console log of " + lines + " lines; ask for 1 or more");
        }
        Request request = Request.of("POST", COMPUTE, "servers", serverId, "action")
                .body(Json.of(Map.of("os-getConsoleOutput", Map.of("length", lines))))
                .repeatable();
        return client.send(request).path("output").asText("");
    }
}
