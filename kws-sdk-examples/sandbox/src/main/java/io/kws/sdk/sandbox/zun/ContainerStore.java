package io.kws.sdk.sandbox.zun;

import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All containers of a node. The node's lock guards it. */
final class ContainerStore {
    private final Map<String, Container> byId = new LinkedHashMap<>();

    void add(Container container) {
        byId.put(container.id(), container);
    }

    void remove(Container container) {
        byId.remove(container.id());
    }

    boolean contains(Container container) {
        return byId.containsKey(container.id());
    }

    /** {@return the container a request is about, by its identifier or its name} */
    Container get(Request request) {
        String wanted = request.at("id");
        Caller caller = request.caller();
        List<Container> found = byId.values().stream()
                .filter(container -> caller.owns(container.owner().projectId()))
                .filter(container ->
                        container.id().equals(wanted) || container.name().equals(wanted))
                .toList();
        if (found.isEmpty()) {
            throw new Refusal(404, "container-not-found", "Container " + wanted + " could not be found.");
        }
        if (found.size() > 1) {
            throw new Refusal(
                    409,
                    "conflict",
                    "Multiple containers exist with same name. Please use the container uuid instead.");
        }
        return found.get(0);
    }

    List<Container> all() {
        return List.copyOf(byId.values());
    }

    List<Container> of(String projectId) {
        return byId.values().stream()
                .filter(container -> container.owner().projectId().equals(projectId))
                .toList();
    }
}
