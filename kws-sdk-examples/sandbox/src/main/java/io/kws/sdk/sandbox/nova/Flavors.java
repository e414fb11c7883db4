package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Page;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The flavors of a node; no host has room for {@code x1.nohost}. */
final class Flavors {
    private final List<Flavor> all = new ArrayList<>(List.of(
            new Flavor("1", "m1.nano", 1, 256, 2),
            new Flavor("2", "m1.tiny", 1, 512, 3),
            new Flavor("3", "m1.small", 1, 1024, 5),
            new Flavor("4", "m1.medium", 2, 2048, 10),
            new Flavor("5", "m1.large", 4, 4096, 20),
            new Flavor("9", "x1.nohost", 1, 256, 90_000_000)));
    private final Site site;
    private final Links links;

    Flavors(Site site) {
        this.site = site;
        this.links = new Links(site);
    }

    void register(Routes routes) {
        routes.on("GET", "/v2.1/flavors", request -> list(request, false))
                .on("GET", "/v2.1/flavors/detail", request -> list(request, true))
                .on("POST", "/v2.1/flavors", this::create)
                .on("GET", "/v2.1/flavors/{id}", this::show)
                .on("DELETE", "/v2.1/flavors/{id}", this::delete)
                .on("GET", "/v2.1/flavors/{id}/os-extra_specs", request -> {
                    get(request);
                    return Answer.json(200, Json.wrap("extra_specs", Json.object()));
                });
    }

    Optional<Flavor> find(String id) {
        return all.stream().filter(flavor -> flavor.id().equals(id)).findFirst();
    }

    private Answer list(Request request, boolean detail) {
        Microversion version = Microversion.of(request);
        int ram = request.query().last("minRam").map(Integer::parseInt).orElse(0);
        int disk = request.query().last("minDisk").map(Integer::parseInt).orElse(0);
        List<Flavor> found = all.stream()
                .filter(flavor -> flavor.ram() >= ram && flavor.disk() >= disk)
                .toList();
        Page<Flavor> page = Page.of(found, request.query(), Flavor::id, 1000);
        ObjectNode body = Json.wrap("flavors", Json.array());
        page.items()
                .forEach(flavor ->
                        body.withArray("flavors").add(linked(detail ? flavor.full(version) : flavor.brief())));
        if (page.more()) {
            String last = page.items().get(page.items().size() - 1).id();
            body.set("flavors_links", Page.next(site.url(request.fullPath()), request.query(), last));
        }
        return Answer.json(200, body);
    }

    private Answer show(Request request) {
        ObjectNode flavor = get(request).full(Microversion.of(request));
        return Answer.json(200, Json.wrap("flavor", linked(flavor)));
    }

    private Answer create(Request request) {
        requireAdmin(request, "create");
        JsonNode spec = request.json().path("flavor");
        String id = spec.path("id").asText("auto");
        Flavor flavor = new Flavor(
                id.equals("auto") ? site.ids().uuid() : id,
                spec.path("name").asText(),
                spec.path("vcpus").asInt(),
                spec.path("ram").asInt(),
                spec.path("disk").asInt());
        if (find(flavor.id()).isPresent()) {
            throw new Refusal(409, "Flavor with ID " + flavor.id() + " already exists.");
        }
        all.add(flavor);
        return Answer.json(200, Json.wrap("flavor", linked(flavor.full(Microversion.of(request)))));
    }

    private Answer delete(Request request) {
        requireAdmin(request, "delete");
        all.remove(get(request));
        return Answer.empty(202);
    }

    private static void requireAdmin(Request request, String action) {
        if (!request.caller().isAdmin()) {
            throw new Refusal(
                    403, "Policy doesn't allow os_compute_api:os-flavor-manage:" + action + " to be performed.");
        }
    }

    private Flavor get(Request request) {
        String id = request.at("id");
        return find(id).orElseThrow(() -> new Refusal(404, "Flavor " + id + " could not be found."));
    }

    private ObjectNode linked(ObjectNode flavor) {
        return flavor.set("links", links.of("/flavors/" + flavor.path("id").asText()));
    }
}
