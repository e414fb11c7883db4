package io.kws.sdk.openstack.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.OpenStackClient;

/** Reads the logs of containers (Container API v1, "Get logs of a container"). */
final class ContainerLogs {
    private ContainerLogs() {}

    static void requirePositive(int lines) {
        if (lines < 1) {
            throw new InvalidRequestException("lines of a log must be at least 1, was " + lines);
        }
    }

    static String read(OpenStackClient client, String id, int lines) {
        JsonNode log = client.reply(
                        ContainerNode.request("GET", "containers", id, "logs").query("tail", String.valueOf(lines)))
                .json();
        if (!log.isTextual() && !log.isNull()) {
            throw new ServiceFailureException("the service's answer contains no log");
        }
        return log.asText("");
    }
}
