package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Finds the action that a request names. */
final class ServerActions {
    private final Map<String, Action> actions = new HashMap<>();
    private final ServerStore servers;
    private final Supplier<Instant> now;

    ServerActions(ServerStore servers, Supplier<Instant> now) {
        this.servers = servers;
        this.now = now;
    }

    Map<String, Action> actions() {
        return actions;
    }

    void register(Routes routes) {
        routes.on("POST", "/v2.1/servers/{id}/action", this::act);
    }

    private Answer act(Request request) {
        ObjectNode body = request.json();
        if (body.size() != 1) {
            throw new Refusal(400, "Malformed request body");
        }
        String name = body.properties().iterator().next().getKey();
        Action action = actions.get(name);
        if (action == null) {
            throw new Refusal(400, "There is no such action: " + name);
        }
        Server server = servers.get(request);
        Answer answer = action.run(server, body.path(name), request);
        if (!name.matches("os-get.*|.*SecurityGroup|.*FloatingIp")) {
            server.events().add(new Server.Event(name.replaceFirst("^os-", ""), request.id(), now.get()));
        }
        return answer;
    }
}
