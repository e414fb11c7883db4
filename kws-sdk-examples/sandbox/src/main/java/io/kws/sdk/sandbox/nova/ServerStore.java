package io.kws.sdk.sandbox.nova;

import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Caller;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All servers of a node. The node's lock guards it. */
final class ServerStore {
    private final Map<String, Server> byId = new LinkedHashMap<>();

    void add(Server server) {
        byId.put(server.id(), server);
    }

    void remove(Server server) {
        byId.remove(server.id());
    }

    boolean contains(Server server) {
        return byId.containsKey(server.id());
    }

    Optional<Server> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return the server a request is about} */
    Server get(Request request) {
        String id = request.at("id");
        Caller caller = request.caller();
        return find(id).filter(server -> caller.owns(server.owner().projectId()))
                .orElseThrow(() -> new Refusal(404, "Instance " + id + " could not be found."));
    }

    List<Server> newestFirst() {
        List<Server> all = new ArrayList<>(byId.values());
        Collections.reverse(all);
        return all;
    }

    List<Server> of(String projectId) {
        return byId.values().stream()
                .filter(server -> server.owner().projectId().equals(projectId))
                .toList();
    }
}
