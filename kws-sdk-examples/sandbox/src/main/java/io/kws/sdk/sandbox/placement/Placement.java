package io.kws.sdk.sandbox.placement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Html;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.site.Guard;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Placement with one resource provider, for administrators. Thread-safe. */
public final class Placement extends Service {
    private final Supplier<Map<String, Integer>> used;
    private final String provider;

    /**
     * Starts the service.
     *
     * @param site the node it belongs to
     * @param guard checks the tokens
     * @param used how much of each resource class servers use
     */
    public Placement(Site site, Guard guard, Supplier<Map<String, Integer>> used) {
        super("placement", site, guard);
        this.used = used;
        this.provider = site.ids().uuid();
        open().on("GET", "/", request -> Answer.json(200, versions()));
        routes().on("GET", "/resource_providers", request -> list())
                .on("GET", "/resource_providers/{id}", request -> show(request, provider()))
                .on("GET", "/resource_providers/{id}/inventories", request -> show(request, inventories()))
                .on("GET", "/resource_providers/{id}/usages", request -> show(request, usages()))
                .on("GET", "/allocation_candidates", this::candidates);
    }

    private Answer list() {
        return Answer.json(200, Json.wrap("resource_providers", Json.array().add(provider())));
    }

    private ObjectNode provider() {
        ObjectNode json =
                Json.object().put("uuid", provider).put("name", site().name()).put("generation", 1);
        ArrayNode links = json.putArray("links");
        String path = "/resource_providers/" + provider;
        links.addObject().put("rel", "self").put("href", path);
        links.addObject().put("rel", "inventories").put("href", path + "/inventories");
        links.addObject().put("rel", "usages").put("href", path + "/usages");
        return json;
    }

    private static ObjectNode inventories() {
        ObjectNode all = Json.object();
        all.set("VCPU", inventory(1000, 0, 16.0));
        all.set("MEMORY_MB", inventory(800_000, 512, 1.5));
        all.set("DISK_GB", inventory(600_000, 0, 4.0));
        ObjectNode body = Json.object().put("resource_provider_generation", 1);
        return body.set("inventories", all);
    }

    private static ObjectNode inventory(int total, int reserved, double ratio) {
        return Json.object()
                .put("total", total)
                .put("reserved", reserved)
                .put("min_unit", 1)
                .put("max_unit", total)
                .put("step_size", 1)
                .put("allocation_ratio", ratio);
    }

    private ObjectNode usages() {
        ObjectNode all = Json.object();
        used.get().forEach(all::put);
        ObjectNode body = Json.object().put("resource_provider_generation", 1);
        return body.set("usages", all);
    }

    /** In the form of microversion 1.12. */
    private Answer candidates(Request request) {
        ObjectNode asked = Json.object();
        ObjectNode summary = Json.object();
        for (String resource : request.query().last("resources").orElse("").split(",", -1)) {
            String[] pair = resource.split(":", -1);
            if (pair.length != 2 || !inventory(pair[0]).isObject() || !pair[1].matches("[1-9]\\d{0,8}")) {
                throw new Refusal(400, "Invalid resource class in resources parameter: " + resource);
            }
            asked.put(pair[0], Integer.parseInt(pair[1]));
            summary.putObject(pair[0])
                    .put("capacity", capacity(inventory(pair[0])))
                    .put("used", used.get().getOrDefault(pair[0], 0));
        }
        ObjectNode body = Json.object();
        ArrayNode requests = body.putArray("allocation_requests");
        ObjectNode summaries = body.putObject("provider_summaries");
        if (asked.properties().stream().allMatch(pair -> fits(pair, summary))) {
            requests.addObject().putObject("allocations").putObject(provider).set("resources", asked);
            summaries.putObject(provider).set("resources", summary);
        }
        return Answer.json(200, body);
    }

    private static boolean fits(Map.Entry<String, JsonNode> asked, ObjectNode summary) {
        JsonNode there = summary.path(asked.getKey());
        int amount = asked.getValue().asInt();
        return amount <= inventory(asked.getKey()).path("max_unit").asInt()
                && amount <= there.path("capacity").asInt() - there.path("used").asInt();
    }

    private static JsonNode inventory(String resourceClass) {
        return inventories().path("inventories").path(resourceClass);
    }

    private static int capacity(JsonNode inventory) {
        return (int)
                ((inventory.path("total").asInt() - inventory.path("reserved").asInt())
                        * inventory.path("allocation_ratio").asDouble());
    }

    private Answer show(Request request, ObjectNode body) {
        if (!request.at("id").equals(provider)) {
            throw new Refusal(404, "No resource provider with uuid " + request.at("id") + " found");
        }
        return Answer.json(200, body);
    }

    private static ObjectNode versions() {
        ObjectNode body = Json.object();
        ObjectNode version = body.putArray("versions")
                .addObject()
                .put("id", "v1.0")
                .put("max_version", "1.39")
                .put("min_version", "1.0")
                .put("status", "CURRENT");
        version.putArray("links").addObject().put("rel", "self").put("href", "");
        return body;
    }

    /** {@inheritDoc} */
    @Override
    protected void check(Request request) {
        if (!request.caller().isAdmin()) {
            List<String> path = request.path();
            String action = path.isEmpty() ? "" : path.get(0) + ":list";
            throw new Refusal(403, "Policy does not allow placement:" + action + " to be performed.");
        }
    }

    /** {@inheritDoc} */
    @Override
    protected Answer finish(Request request, Answer answer) {
        return answer.header("openstack-api-version", "placement 1.0")
                .header("vary", "openstack-api-version")
                .header("x-openstack-request-id", request.id())
                .header("Connection", "close");
    }

    /** {@inheritDoc} */
    @Override
    protected Answer refuse(Request request, Refusal refusal) {
        if (refusal.status() == 401) {
            ObjectNode error =
                    Json.object().put("code", 401).put("title", "Unauthorized").put("message", refusal.message());
            return Answer.json(401, Json.wrap("error", error))
                    .header("WWW-Authenticate", "Keystone uri=\"" + site().url("/identity/v3") + "\"");
        }
        ObjectNode body = Json.object();
        body.putArray("errors")
                .addObject()
                .put("status", refusal.status())
                .put("title", Html.title(refusal.status()))
                .put("detail", refusal.message())
                .put("request_id", request.id());
        return Answer.json(refusal.status(), body);
    }
}
