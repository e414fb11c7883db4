package io.kws.sdk.openstack.servers;

import io.kws.sdk.openstack.transport.Gate;
import java.util.Optional;

/** Reads what servers write to their consoles. */
final class ConsoleLog {
    private ConsoleLog() {}

    static String read(Gate gate, String serverId, int lines) {
        return gate.call(openstack ->
                        Optional.ofNullable(openstack.compute().servers().getConsoleOutput(serverId, lines)))
                .orElse("");
    }
}
