package io.kws.sdk.openstack.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.OpenStackClient;

/** Reads what containers write (Container API v1, "Get logs of a container"). */
final class ContainerLogs {
    private ContainerLogs() {}

    static void requirePositive(int lines) {
        if (lines < 1) {
            throw new InvalidRequestException("a log has at least 1 line to show, not " + lines);
        }
    }

    static String read(OpenStackClient client, String id, int lines) {
        JsonNode log = client.reply(
                        ContainerNode.request("GET", "containers", id, "logs").query("tail", String.valueOf(lines)))
                .json();
        if (!log.isTextual() && !log.isNull()) {
            throw new ServiceFailureException("the answer holds no log");
        }
        return log.asText("");
    }
}
