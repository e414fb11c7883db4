package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Page;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;

/** Which of the two forms of Cinder's paths a request uses, and links in that form. */
record Form(Site site, Request request) {
    /** Refuses a project in the path that is not the token's. */
    Form {
        String project = request.at("project");
        if (!project.isEmpty() && !project.equals(request.caller().projectId())) {
            throw new Refusal(400, "Malformed request url");
        }
    }

    boolean allTenants() {
        String all = request.query().last("all_tenants").orElse("0");
        return request.caller().isAdmin() && (all.equals("1") || all.equalsIgnoreCase("true"));
    }

    boolean shows(String projectId) {
        return allTenants() || request.caller().projectId().equals(projectId);
    }

    ArrayNode links(String path) {
        String project = request.at("project");
        String below = (project.isEmpty() ? "" : "/" + project) + path;
        return Json.array()
                .add(Json.object().put("rel", "self").put("href", site.url("/volume/v3" + below)))
                .add(Json.object().put("rel", "bookmark").put("href", site.url("/volume" + below)));
    }

    ObjectNode page(String name, Page<ObjectNode> page) {
        ObjectNode body = Json.wrap(name, Json.list(page.items()));
        List<ObjectNode> items = page.items();
        int limit = request.query().last("limit").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        if (!items.isEmpty() && items.size() >= limit) { // also if it is the last one
            String last = items.get(items.size() - 1).path("id").asText();
            body.set(name + "_links", Page.next(site.url(request.fullPath()), request.query(), last));
        }
        return body;
    }
}
