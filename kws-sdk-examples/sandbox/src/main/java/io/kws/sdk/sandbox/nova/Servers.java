package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Page;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Ids;
import io.kws.sdk.sandbox.site.Site;
import java.time.Instant;
import java.util.List;

/** Servers asked for, listed, shown, renamed and deleted. */
final class Servers {
    private final Site site;
    private final Cloud cloud;
    private final ServerStore servers;
    private final Flavors flavors;
    private final Keypairs keypairs;
    private final Construction construction;
    private final ServerView view;

    Servers(Cloud cloud, ServerStore servers, Flavors flavors, Keypairs keypairs, Construction construction) {
        this.site = cloud.site();
        this.cloud = cloud;
        this.servers = servers;
        this.flavors = flavors;
        this.keypairs = keypairs;
        this.construction = construction;
        this.view = new ServerView(site, cloud.ports());
    }

    void register(Routes routes) {
        routes.on("GET", "/v2.1/servers", request -> list(request, false))
                .on("GET", "/v2.1/servers/detail", request -> list(request, true))
                .on("POST", "/v2.1/servers", this::create)
                .on("POST", "/v2.1/os-volumes_boot", this::create)
                .on("GET", "/v2.1/servers/{id}", this::show)
                .on("PUT", "/v2.1/servers/{id}", this::update)
                .on("DELETE", "/v2.1/servers/{id}", this::delete);
    }

    private Answer list(Request request, boolean detail) {
        ServerFilter filter = new ServerFilter(request);
        List<Server> found =
                servers.newestFirst().stream().filter(filter::accepts).toList();
        Page<Server> page = Page.of(found, request.query(), Server::id, 1000);
        ObjectNode body = Json.wrap("servers", Json.array());
        for (Server server : page.items()) {
            ObjectNode json = detail ? view.full(server, request) : view.brief(server);
            json.remove("server_groups");
            body.withArray("servers").add(json);
        }
        boolean full = request.query().last("limit").isPresent()
                && !page.items().isEmpty()
                && page.items().size()
                        == Integer.parseInt(request.query().last("limit").orElse("0"));
        if (page.more() || full) {
            String last = page.items().get(page.items().size() - 1).id();
            body.set("servers_links", Page.next(site.url(request.fullPath()), request.query(), last));
        }
        return Answer.json(200, body);
    }

    private Answer show(Request request) {
        return Answer.json(200, Json.wrap("server", view.full(servers.get(request), request)));
    }

    private Answer create(Request request) {
        if (!(request.json().get("server") instanceof ObjectNode spec)) {
            throw new Refusal(
                    400, "Invalid input for field/attribute server. Value: None. None is not of type 'object'");
        }
        Caller caller = request.caller();
        Microversion version = Microversion.of(request);
        ServerOrder order = new ServerOrder(caller, cloud, keypairs, version);
        order.check(spec);
        String flavorId = lastSegment(spec.path("flavorRef").asText());
        Flavor flavor = flavors.find(flavorId)
                .orElseThrow(() -> new Refusal(400, "Flavor " + flavorId + " could not be found."));
        List<DiskOrder.Disk> disks = new DiskOrder(caller, cloud).of(spec.path("block_device_mapping_v2"));
        chooseImage(spec, flavor, order, !disks.isEmpty());
        List<String> groups = order.groups(spec.path("security_groups"));
        List<ObjectNode> ports = new NetworkOrder(caller, cloud.ports(), version).of(spec.path("networks"), groups);
        int count =
                Math.max(1, spec.path("max_count").asInt(spec.path("min_count").asInt(1)));
        new ServerQuota(site.limits(), servers).check(caller.projectId(), flavor, count);
        if (!version.atLeast(19)) {
            spec.put("description", spec.path("name").asText());
        }
        Server first = begin(request, named(spec, count, 1), flavor, ports, disks);
        for (int i = 2; i <= count; i++) {
            begin(request, named(spec, count, i), flavor, ports, disks);
        }
        return created(first);
    }

    private static ObjectNode named(ObjectNode spec, int count, int number) {
        String name = spec.path("name").asText();
        return spec.deepCopy().put("name", count == 1 ? name : name + "-" + number);
    }

    private Server begin(
            Request request, ObjectNode spec, Flavor flavor, List<ObjectNode> ports, List<DiskOrder.Disk> disks) {
        Instant now = site.agenda().now();
        Server server = new Server(site.ids().uuid(), request.caller(), spec, flavor, now);
        server.events().add(new Server.Event("create", request.id(), now));
        construction.begin(server, ports.stream().map(ObjectNode::deepCopy).toList(), disks);
        return server;
    }

    private static void chooseImage(ObjectNode spec, Flavor flavor, ServerOrder order, boolean hasDisks) {
        String image =
                lastSegment(spec.path("imageRef").asText(DiskOrder.localImage(spec.path("block_device_mapping_v2"))));
        if (!image.isEmpty()) {
            order.checkImage(image, flavor);
        } else if (!hasDisks) {
            throw new Refusal(400, "Missing imageRef attribute");
        }
        spec.put("imageRef", image);
    }

    private static String lastSegment(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private Answer created(Server server) {
        ObjectNode json = view.brief(server);
        json.remove("name");
        json.put("OS-DCF:diskConfig", server.spec().path("OS-DCF:diskConfig").asText("MANUAL"));
        ArrayNode groups = json.putArray("security_groups");
        JsonNode wanted = server.spec().path("security_groups");
        if (wanted.isEmpty()) {
            groups.addObject().put("name", "default");
        } else {
            wanted.forEach(group -> groups.add(group.deepCopy()));
        }
        json.put("adminPass", server.spec().path("adminPass").asText(Ids.secret(9)));
        return Answer.json(202, Json.wrap("server", json))
                .header("Location", site.url("/compute/v2.1/servers/" + server.id()));
    }

    private Answer update(Request request) {
        Server server = servers.get(request);
        JsonNode spec = request.json().path("server");
        for (String name : List.of("name", "accessIPv4", "accessIPv6", "description", "hostname")) {
            if (spec.has(name)) {
                server.spec().set(name, spec.path(name));
            }
        }
        server.touch(site.agenda().now());
        return Answer.json(200, Json.wrap("server", view.basics(server, Microversion.of(request))));
    }

    private Answer delete(Request request) {
        Server server = servers.get(request);
        if (server.isLocked() && !request.caller().isAdmin()) {
            throw new Refusal(409, "Instance " + server.id() + " is locked");
        }
        construction.delete(server);
        return Answer.empty(204).header("Content-Type", "application/json");
    }
}
