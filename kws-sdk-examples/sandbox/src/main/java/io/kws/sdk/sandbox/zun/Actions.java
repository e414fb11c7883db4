package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with a container, and what it tells of itself. */
final class Actions {
    private static final int KILLED = 137;

    private final Site site;
    private final ContainerStore containers;
    private final Life life;

    Actions(Site site, ContainerStore containers, Life life) {
        this.site = site;
        this.containers = containers;
        this.life = life;
    }

    void register(Routes routes) {
        action(routes, "start", life::start);
        action(routes, "stop", container -> life.stop(container, 0));
        action(routes, "kill", container -> life.stop(container, KILLED));
        action(routes, "reboot", life::reboot);
        action(routes, "pause", container -> life.change(container, "container_pausing", Status.PAUSED));
        action(routes, "unpause", container -> life.change(container, "container_unpausing", Status.RUNNING));
        routes.on("GET", "/v1/containers/{id}/logs", this::logs)
                .on("POST", "/v1/containers/{id}/execute", this::execute)
                .on("GET", "/v1/containers/{id}/top", this::top)
                .on("GET", "/v1/containers/{id}/stats", this::stats)
                .on("GET", "/v1/containers/{id}/network_list", this::networks)
                .on("GET", "/v1/containers/{id}/container_actions", this::events);
    }

    private void action(Routes routes, String name, Consumer<Container> change) {
        routes.on("POST", "/v1/containers/{id}/" + name, request -> {
            Container container = containers.get(request);
            Status.require(container, name);
            container
                    .events()
                    .add(new Container.Event(name, request.id(), site.agenda().now()));
            change.accept(container);
            return Answer.json(202, Json.object().nullNode());
        });
    }

    private Container made(Request request, String action) {
        Container container = containers.get(request);
        Status.require(container, action);
        if (!container.isMade()) {
            throw new Refusal(400, "invalid", "Cannot operate an uncreated container.");
        }
        return container;
    }

    private Answer logs(Request request) {
        List<String> lines = made(request, "logs").log().toString().lines().toList();
        String tail = request.query().last("tail").orElse("all");
        int from = tail.matches("\\d{1,9}") ? Math.max(0, lines.size() - Integer.parseInt(tail)) : 0;
        String text = String.join("\n", lines.subList(from, lines.size()));
        return Answer.json(200, TextNode.valueOf(text.isEmpty() ? "" : text + "\n"));
    }

    private Answer execute(Request request) {
        Container container = made(request, "execute");
        ObjectNode spec = Json.object();
        spec.set("environment", container.spec().path("environment").deepCopy());
        String command = request.query().last("command").orElse("").replace("\"", "");
        spec.set("command", Json.texts(List.of(command)));
        Workload workload = Workload.of(spec);
        return Answer.json(
                200,
                Json.object()
                        .put("output", workload.output())
                        .put("exit_code", workload.exitCode().orElse(0))
                        .putNull("exec_id")
                        .putNull("proxy_url"));
    }

    private Answer top(Request request) {
        made(request, "top");
        ObjectNode body = Json.object();
        body.set("Titles", Json.texts(List.of("UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD")));
        body.putArray("Processes")
                .add(Json.texts(List.of("root", "4711", "4700", "0", "08:00", "?", "00:00:00", "main")));
        return Answer.json(200, body);
    }

    private Answer stats(Request request) {
        Container container = made(request, "stats");
        return Answer.json(
                200,
                Json.object()
                        .put("CONTAINER", container.name())
                        .put("CPU %", 0.1)
                        .put("MEM USAGE(MiB)", 1.5)
                        .put("MEM LIMIT(MiB)", container.spec().path("memory").asInt())
                        .put("MEM %", 0.3)
                        .put("BLOCK I/O(B)", "0/0")
                        .put("NET I/O(B)", "0/0"));
    }

    private Answer networks(Request request) {
        ArrayNode networks = Json.array();
        containers.get(request).addresses().properties().forEach(network -> {
            ObjectNode json = networks.addObject().put("net_id", network.getKey());
            network.getValue()
                    .forEach(address -> json.put("port_id", address.path("port").asText())
                            .withArray("fixed_ips")
                            .addObject()
                            .put("subnet_id", address.path("subnet_id").asText())
                            .put("version", address.path("version").asInt())
                            .put("ip_address", address.path("addr").asText()));
        });
        return Answer.json(200, Json.wrap("networks", networks));
    }

    private Answer events(Request request) {
        Container container = containers.get(request);
        ArrayNode all = Json.array();
        for (Container.Event event : container.events()) {
            all.addObject()
                    .put("action", event.action())
                    .put("container_uuid", container.id())
                    .put("request_id", event.requestId())
                    .put("project_id", container.owner().projectId())
                    .put("user_id", container.owner().userId())
                    .put("start_time", Site.micros(event.time()))
                    .putNull("finish_time")
                    .putNull("message");
        }
        return Answer.json(200, Json.wrap("containerActions", all));
    }
}
