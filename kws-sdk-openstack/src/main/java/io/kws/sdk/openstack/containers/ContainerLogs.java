package io.kws.sdk.openstack.containers;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.transport.Gate;

/** Reads what containers write (Container API v1, "Get logs of a container"). */
final class ContainerLogs {
    private ContainerLogs() {}

    static void requirePositive(int lines) {
        if (lines < 1) {
            throw new InvalidRequestException("a log has at least 1 line to show, not " + lines);
        }
    }

    static String read(Gate gate, String id, int lines) {
        return gate.text(ContainerNode.request("GET", "containers", id, "logs").query("tail", String.valueOf(lines)));
    }
}
