package io.kws.sdk.sandbox.nova;

import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import java.util.Set;

/** Whether a server is in a state in which something may be done with it. */
final class Readiness {
    private Readiness() {}

    static void require(Server server, Request request, String action, Set<VmState> states) {
        if (server.isLocked() && !request.caller().isAdmin()) {
            throw new Refusal(409, "Instance " + server.id() + " is locked");
        }
        if (!states.contains(server.state())) {
            throw conflict(server, action, "vm_state " + server.state());
        }
        if (server.task() != null) {
            throw conflict(server, action, "task_state " + server.task());
        }
    }

    private static Refusal conflict(Server server, String action, String state) {
        return new Refusal(409, "Cannot '" + action + "' instance " + server.id() + " while it is in " + state);
    }
}
