package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.web.WebListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Answers the URLs of apps: by host and path to an Ingress, by that to a Service, by that to a Pod that is ready. */
final class IngressServer implements AutoCloseable {
    private final Cluster cluster;
    private final Kubelet kubelet;
    private final WebListener server;

    IngressServer(Cluster cluster, Kubelet kubelet, int port, ExecutorService threads) throws IOException {
        this.cluster = cluster;
        this.kubelet = kubelet;
        this.server = WebListener.plain(port, threads, this::handle);
    }

    int port() {
        return server.address().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("")
                .replaceFirst(":\\d+$", "");
        Visit visit = new Visit(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        send(exchange, cluster.site().alone(() -> answer(host, visit)));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = read(answer);
        boolean hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        try (exchange) {
            answer.headers().forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
            exchange.sendResponseHeaders(answer.status(), hasBody ? body.length : -1);
            if (hasBody) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private static byte[] read(Answer answer) throws IOException {
        try (InputStream content = answer.content().source().open()) {
            return content.readAllBytes();
        }
    }

    private Answer answer(String host, Visit visit) {
        for (ObjectNode ingress : cluster.store().list(Kind.INGRESSES, "")) {
            Optional<JsonNode> backend = backend(ingress, host, visit.path());
            if (backend.isPresent()) {
                return answer(Meta.namespace(ingress), backend.get(), visit);
            }
        }
        return Page.text(404, "no such route\n");
    }

    /** Of several paths that fit, the longest. */
    private static Optional<JsonNode> backend(JsonNode ingress, String host, String path) {
        JsonNode best = null;
        int longest = -1;
        for (JsonNode rule : ingress.at("/spec/rules")) {
            boolean isHost = rule.path("host").asText(host).equalsIgnoreCase(host);
            for (JsonNode route : rule.at("/http/paths")) {
                int length = route.path("path").asText("/").length();
                if (isHost && leadsTo(route, path) && length > longest) {
                    best = route.path("backend");
                    longest = length;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean leadsTo(JsonNode route, String path) {
        String wanted = route.path("path").asText("/");
        if (route.path("pathType").asText().equals("Exact")) {
            return path.equals(wanted);
        }
        String base = wanted.replaceFirst("/+$", "");
        return path.equals(base) || path.startsWith(base + "/");
    }

    private Answer answer(String namespace, JsonNode backend, Visit visit) {
        return cluster.store()
                .find(Kind.SERVICES, namespace, backend.at("/service/name").asText())
                .flatMap(service -> ready(service, backend.at("/service/port")))
                .map(found -> Page.of(found.run(), found.container(), visit))
                .orElseGet(() -> Page.text(503, "no ready endpoints\n"));
    }

    private record Ready(PodRun run, Container container) {}

    private Optional<Ready> ready(ObjectNode service, JsonNode wanted) {
        for (JsonNode port : service.at("/spec/ports")) {
            boolean isIt = wanted.has("name")
                    ? wanted.path("name").equals(port.path("name"))
                    : wanted.path("number").equals(port.path("port"));
            if (isIt) {
                return new ServiceEndpoints(cluster)
                        .behind(service).stream()
                                .filter(Pods::isReady)
                                .flatMap(pod -> listening(pod, ServiceEndpoints.target(port, pod)).stream())
                                .findFirst();
            }
        }
        return Optional.empty();
    }

    private Optional<Ready> listening(ObjectNode pod, int port) {
        return kubelet.find(pod)
                .flatMap(run -> run.containers().stream()
                        .filter(container -> container
                                .run()
                                .filter(program -> program.port().orElse(0) == port)
                                .isPresent())
                        .findFirst()
                        .map(container -> new Ready(run, container)));
    }

    @Override
    public void close() {
        server.close();
    }
}
