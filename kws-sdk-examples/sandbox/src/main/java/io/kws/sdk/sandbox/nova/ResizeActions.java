package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Site;
import java.util.Map;
import java.util.Set;

/** Another size for a server, to be confirmed or reverted. */
final class ResizeActions {
    private final Site site;
    private final Flavors flavors;
    private final ServerQuota quota;

    ResizeActions(Site site, Flavors flavors, ServerQuota quota) {
        this.site = site;
        this.flavors = flavors;
        this.quota = quota;
    }

    void register(Map<String, Action> actions) {
        actions.put("resize", this::resize);
        actions.put("confirmResize", this::confirm);
        actions.put("revertResize", this::revert);
    }

    private Answer resize(Server server, JsonNode argument, Request request) {
        String id = argument.path("flavorRef").asText();
        Flavor flavor = flavors.find(id).orElseThrow(() -> new Refusal(400, "Flavor " + id + " could not be found."));
        Readiness.require(server, request, "resize", Set.of(VmState.ACTIVE, VmState.STOPPED));
        if (flavor.equals(server.flavor())) {
            throw new Refusal(400, "When resizing, instances must change flavor!");
        }
        if (flavor.disk() == 0 && server.flavor().disk() > 0) {
            throw new Refusal(400, "Resize to zero disk flavor is not allowed.");
        }
        quota.checkResize(server.owner().projectId(), server.flavor(), flavor);
        server.begin("resize_prep", site.agenda().now());
        site.agenda().in(site.bootTime(), () -> {
            if ("resize_prep".equals(server.task())) {
                complete(server, flavor);
            }
        });
        return Action.accepted();
    }

    private void complete(Server server, Flavor flavor) {
        if (flavor.name().equals("x1.nohost")) {
            server.become(server.state(), site.agenda().now());
            return;
        }
        server.resizeTo(flavor);
        server.become(VmState.RESIZED, site.agenda().now());
    }

    private Answer confirm(Server server, JsonNode argument, Request request) {
        Readiness.require(server, request, "confirmResize", Set.of(VmState.RESIZED));
        server.become(server.formerState(), site.agenda().now());
        return Answer.empty(204);
    }

    private Answer revert(Server server, JsonNode argument, Request request) {
        Readiness.require(server, request, "revertResize", Set.of(VmState.RESIZED));
        server.begin("resize_reverting", site.agenda().now());
        site.agenda().in(site.settleTime(), () -> {
            if ("resize_reverting".equals(server.task())) {
                server.resizeBack();
                server.become(server.formerState(), site.agenda().now());
            }
        });
        return Action.accepted();
    }
}
