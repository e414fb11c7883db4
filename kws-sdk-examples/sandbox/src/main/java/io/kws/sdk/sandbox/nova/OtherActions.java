package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Locks, security groups, floating IPs, passwords: actions that are done at once. */
final class OtherActions {
    private final Cloud cloud;
    private final Site site;
    private final Construction construction;

    OtherActions(Cloud cloud, Construction construction) {
        this.cloud = cloud;
        this.site = cloud.site();
        this.construction = construction;
    }

    void register(Map<String, Action> actions) {
        actions.put("lock", (server, argument, request) -> {
            server.lock();
            return Action.accepted();
        });
        actions.put("unlock", (server, argument, request) -> {
            server.unlock();
            return Action.accepted();
        });
        actions.put("addSecurityGroup", this::addGroup);
        actions.put("removeSecurityGroup", this::removeGroup);
        actions.put(
                "addFloatingIp", (server, argument, request) -> associate(argument, request, Optional.of(server.id())));
        actions.put("removeFloatingIp", (server, argument, request) -> associate(argument, request, Optional.empty()));
        actions.put("changePassword", (server, argument, request) -> Action.accepted());
        actions.put("os-resetState", this::reset);
        actions.put("forceDelete", (server, argument, request) -> {
            construction.delete(server);
            return Action.accepted();
        });
    }

    private Answer addGroup(Server server, JsonNode argument, Request request) {
        cloud.ports().addGroup(server.id(), group(server, argument));
        return Action.accepted();
    }

    private Answer removeGroup(Server server, JsonNode argument, Request request) {
        String group = group(server, argument);
        if (!cloud.ports().removeGroup(server.id(), group)) {
            throw new Refusal(404, "Security group " + group + " not associated with the instance " + server.id());
        }
        return Action.accepted();
    }

    private String group(Server server, JsonNode argument) {
        String name = argument.path("name").asText();
        List<String> found = cloud.ports().groups(server.owner(), name);
        if (found.isEmpty()) {
            throw new Refusal(
                    404,
                    "Security group " + name + " is not found for project "
                            + server.owner().projectId());
        }
        if (found.size() > 1) {
            throw new Refusal(
                    409,
                    "Multiple security_group matches found for name '" + name + "', use an ID to be more specific.");
        }
        return found.get(0);
    }

    /** Editions up to 2.43 pass this on to Neutron. */
    private Answer associate(JsonNode argument, Request request, Optional<String> serverId) {
        if (Microversion.of(request).atLeast(44)) {
            throw new Refusal(404, "The resource could not be found.");
        }
        cloud.ports().associate(request.caller(), argument.path("address").asText(), serverId);
        return Action.accepted();
    }

    private Answer reset(Server server, JsonNode argument, Request request) {
        if (!request.caller().isAdmin()) {
            throw new Refusal(403, "Policy doesn't allow os_compute_api:os-admin-actions:reset_state to be performed.");
        }
        String state = argument.path("state").asText().toUpperCase(Locale.ROOT);
        server.become(
                state.equals("ACTIVE") ? VmState.ACTIVE : VmState.ERROR,
                site.agenda().now());
        return Action.accepted();
    }
}
