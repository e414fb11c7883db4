package io.kws.sdk.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.k8s.apps.KubernetesApps;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.trace.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cluster over HTTP that keeps objects, tells of their changes, and brings every Deployment up at once unless a test
 * says otherwise. All it tells is full of fields that nobody knows.
 */
public final class TinyCluster implements AutoCloseable {
    /** Pauses of a millisecond. */
    public static final Timeouts QUICK = timeouts(Duration.ofSeconds(30));

    /** The storage class. */
    public static final String STANDARD = "/apis/storage.k8s.io/v1//storageclasses/standard";

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Pattern OF_ALL = Pattern.compile("//(ingressclasses|storageclasses|nodes|persistentvolumes)/");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NAMESPACES = Pattern.compile("(/api/v1)()(/namespaces)(?:/([^/]+))?");
    private static final Pattern OBJECTS =
            Pattern.compile("(/api/v1|/apis/[^/]+/v1)(?:/namespaces/([^/]+))?/([a-z]+)(?:/([^/]+))?(?:/[a-z]+)?");

    private final HttpServer server;
    private final Threads threads = new Threads(Duration.ofSeconds(10));
    private final Map<String, ObjectNode> objects = new TreeMap<>();
    private final List<ObjectNode> events = new ArrayList<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private IntFunction<Fault> faults = number -> Fault.NONE;
    private Consumer<ObjectNode> controller = TinyCluster::bringUp;
    private HttpHandler logs = exchange -> send(exchange, 200, "");
    private volatile String minor = "20";
    private int version = 100;
    private int watchGeneration;
    private int oldest;

    /** What goes wrong with one request. */
    public record Fault(int status, String body, Loss loss) {
        /** Nothing. */
        public static final Fault NONE = new Fault(0, "", Loss.NONE);

        /** What becomes of request and answer. */
        public enum Loss {
            /** Both arrive. */
            NONE,
            /** The request is lost. */
            REQUEST,
            /** The request is carried out, and its answer lost. */
            ANSWER,
            /** There is no answer at all, and no end. */
            SILENCE
        }

        /** Returns a refusal. */
        public static Fault status(int status, String body) {
            return new Fault(status, body, Loss.NONE);
        }
    }

    /** Starts a cluster of a machine, with the ingress class {@code nginx} and the storage class {@code standard}, the default ones. */
    public TinyCluster() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
        put("/apis/networking.k8s.io/v1//ingressclasses/nginx", json("""
                {"metadata":{"name":"nginx","annotations":{"ingressclass.kubernetes.io/is-default-class":"true"}}}"""));
        put(STANDARD, json("""
                {"metadata":{"name":"standard","annotations":{"storageclass.kubernetes.io/is-default-class":"true"}}}"""));
        put("/api/v1//nodes/machine", json("""
                {"metadata":{"name":"machine"},"status":{"allocatable":{"cpu":"4","memory":"8Gi","pods":"110"}}}"""));
    }

    /** Returns how to reach it. */
    public ClusterConfig.Options config() {
        return ClusterConfig.server(URI.create(url())).baseDomain("apps.localhost");
    }

    /** Returns its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns its apps. */
    public KubernetesApps apps() {
        UseCaseRunner runner = new UseCaseRunner("tiny", context().threads(), QUICK);
        return new KubernetesApps(new ClusterContext(client(), runner, config().build()));
    }

    /** Returns a client to it. */
    public ClusterClient client() {
        return client(config());
    }

    /** Returns a client to it. */
    public ClusterClient client(ClusterConfig.Options config) {
        return new ClusterClient(node(config), config.build(), context());
    }

    /** Returns a client to it that gives each attempt so much time. */
    public ClusterClient client(Duration attempt) {
        return new ClusterClient(
                node(config()), config().build(), new DriverContext(threads, timeouts(attempt), calls::add));
    }

    private static Timeouts timeouts(Duration attempt) {
        return Timeouts.builder()
                .firstPause(Duration.ofMillis(1))
                .longestPause(Duration.ofMillis(5))
                .attempt(attempt)
                .build();
    }

    /** Returns its node. */
    public NodeConfig node(ClusterConfig.Options config) {
        return NodeConfig.builder().name("tiny").kubernetes(config.build()).build();
    }

    /** Returns what drivers are opened with; remembers the calls. */
    public DriverContext context() {
        return new DriverContext(threads, QUICK, calls::add);
    }

    /** Returns the calls that the SDK has told of. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Returns the requests that have arrived, such as {@code GET /api/v1/pods?limit=500}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns the credentials that the requests came with. */
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** Decides by its number, from 0 on, what goes wrong with a request that is no watch. */
    public void faults(IntFunction<Fault> byNumber) {
        faults = byNumber;
        requests.clear();
    }

    /** Sets what becomes of a Deployment that has been made or changed. */
    public void controller(Consumer<ObjectNode> deploymentController) {
        controller = deploymentController;
    }

    /** Sets the minor number of the version that it says it is in. */
    public void minorVersion(String number) {
        minor = number;
    }

    /** Sets what answers who asks for the log of a Pod. */
    public void logs(HttpHandler answer) {
        logs = answer;
    }

    /** Says in a Deployment's status that all of it is available. */
    public static void bringUp(ObjectNode deployment) {
        int replicas = deployment.path("spec").path("replicas").asInt(1);
        deployment
                .putObject("status")
                .put(
                        "observedGeneration",
                        deployment.path("metadata").path("generation").asInt())
                .put("replicas", replicas)
                .put("updatedReplicas", replicas)
                .put("availableReplicas", replicas);
    }

    /** Puts an object there, as somebody else would; the path names kind, namespace and name. */
    public synchronized void put(String key, ObjectNode object) {
        boolean isNew = !objects.containsKey(key);
        stamp(object);
        objects.put(key, object);
        event(isNew ? "ADDED" : "MODIFIED", key, object);
    }

    /** Returns the keys of all objects but those of the whole cluster, such as {@code /apis/apps/v1/default/deployments/web}. */
    public synchronized List<String> keys() {
        return objects.keySet().stream()
                .filter(key -> !OF_ALL.matcher(key).find())
                .toList();
    }

    /** Returns an object. */
    public synchronized ObjectNode object(String key) {
        ObjectNode object = objects.get(key);
        if (object == null) {
            throw new AssertionError("there is no " + key + " among " + objects.keySet());
        }
        return object.deepCopy();
    }

    /** Forgets all that tests have put there. */
    public synchronized void reset() {
        keys().forEach(objects::remove);
        faults(number -> Fault.NONE);
    }

    /** Cuts all watches that are open. */
    public synchronized void cutWatches() {
        watchGeneration++;
        notifyAll();
    }

    /** Makes history of all versions so far: who asks for the changes since then is sent away. */
    public synchronized void forgetHistory() {
        oldest = version;
    }

    /** Returns the JSON of a text. */
    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public void close() {
        cutWatches();
        threads.close();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (query.containsKey("watch")) {
            watch(exchange, query);
            return;
        }
        int number;
        synchronized (requests) {
            number = requests.size();
            requests.add(exchange.getRequestMethod() + " " + uri);
        }
        authorizations.add(orEmpty(exchange.getRequestHeaders().getFirst("Authorization")));
        Fault fault = faults.apply(number);
        if (fault.loss() == Fault.Loss.SILENCE) {
            return;
        }
        if (uri.equals("/version")) {
            send(exchange, 200, "{\"major\":\"1\",\"minor\":\"" + minor + "\"}");
        } else if (exchange.getRequestURI().getPath().endsWith("/log")) {
            logs.handle(exchange);
        } else if (fault.loss() == Fault.Loss.REQUEST) {
            exchange.close();
        } else if (fault.status() > 0) {
            send(exchange, fault.status(), fault.body());
        } else {
            Reply reply =
                    answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), query, body);
            if (fault.loss() == Fault.Loss.ANSWER) {
                exchange.close();
            } else {
                send(exchange, reply.status(), reply.body());
            }
        }
    }

    private record Reply(int status, String body) {}

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Audit-Id", "audit-1");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private synchronized Reply answer(String method, String path, Map<String, String> query, byte[] body)
            throws IOException {
        Matcher matcher = matcher(path);
        String collection = matcher.group(1) + "/" + orEmpty(matcher.group(2)) + "/"
                + matcher.group(3).replace("/", "");
        String name = orEmpty(matcher.group(4));
        String key = collection + "/" + name;
        if (method.equals("POST")) {
            return create(collection, (ObjectNode) MAPPER.readTree(body));
        }
        if (name.isEmpty()) {
            return list(collection, query);
        }
        ObjectNode there = objects.get(key);
        if (there == null) {
            return status(404, "NotFound", name, "\"" + name + "\" not found");
        }
        return switch (method) {
            case "PUT" -> replace(key, there, (ObjectNode) MAPPER.readTree(body));
            case "PATCH" -> merge(key, there, MAPPER.readTree(body));
            case "DELETE" -> delete(key, there, MAPPER.readTree(body));
            default -> new Reply(200, strange(there).toString());
        };
    }

    private static Matcher matcher(String path) {
        Matcher namespaces = NAMESPACES.matcher(path);
        Matcher matcher = namespaces.matches() ? namespaces : OBJECTS.matcher(path);
        if (!matcher.matches()) {
            throw new AssertionError("this cluster does not know " + path);
        }
        return matcher;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Reply create(String collection, ObjectNode object) {
        String name = object.path("metadata").path("name").asText();
        String key = collection + "/" + name;
        if (objects.containsKey(key)) {
            return status(409, "AlreadyExists", name, "\"" + name + "\" already exists");
        }
        object.withObject("/metadata")
                .put("uid", "uid-" + ++version)
                .put("generation", 1)
                .put(
                        "creationTimestamp",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        stamp(object);
        objects.put(key, object);
        event("ADDED", key, object);
        settle(key, object);
        return new Reply(201, strange(object).toString());
    }

    private Reply replace(String key, ObjectNode there, ObjectNode object) {
        if (!object.path("metadata")
                .path("resourceVersion")
                .equals(there.path("metadata").path("resourceVersion"))) {
            return status(409, "Conflict", key, "the object has been modified");
        }
        object.withObject("/metadata")
                .put("generation", there.path("metadata").path("generation").asInt() + 1);
        change(key, object);
        return new Reply(200, strange(object).toString());
    }

    private Reply merge(String key, ObjectNode there, JsonNode fields) throws IOException {
        ObjectNode object = MAPPER.readerForUpdating(there.deepCopy()).readValue(fields.toString());
        change(key, object);
        return new Reply(200, strange(object).toString());
    }

    private void change(String key, ObjectNode object) {
        stamp(object);
        objects.put(key, object);
        event("MODIFIED", key, object);
        settle(key, object);
    }

    private Reply delete(String key, ObjectNode there, JsonNode options) {
        String uid = options.path("preconditions").path("uid").asText("");
        String wanted = options.path("preconditions").path("resourceVersion").asText("");
        JsonNode metadata = there.path("metadata");
        if ((!uid.isEmpty() && !uid.equals(metadata.path("uid").asText()))
                || (!wanted.isEmpty()
                        && !wanted.equals(metadata.path("resourceVersion").asText()))) {
            return status(409, "Conflict", key, "the precondition does not hold");
        }
        remove(key);
        return status(200, "", key, "");
    }

    /** Deletes an object, as somebody else would. */
    public synchronized void remove(String key) {
        ObjectNode gone = objects.remove(key);
        if (gone == null) {
            return;
        }
        stamp(gone);
        event("DELETED", key, gone);
        String uid = gone.path("metadata").path("uid").asText();
        String within = "/" + gone.path("metadata").path("name").asText() + "/";
        List.copyOf(objects.entrySet()).stream()
                .filter(entry -> entry.getValue()
                                .path("metadata")
                                .path("ownerReferences")
                                .path(0)
                                .path("uid")
                                .asText()
                                .equals(uid)
                        || (key.contains("//namespaces/") && entry.getKey().contains(within)))
                .forEach(entry -> remove(entry.getKey()));
    }

    private void settle(String key, ObjectNode object) {
        if (key.contains("/deployments/")) {
            ObjectNode settled = object.deepCopy();
            controller.accept(settled);
            stamp(settled);
            objects.put(key, settled);
            event("MODIFIED", key, settled);
        }
    }

    private void stamp(ObjectNode object) {
        object.withObject("/metadata").put("resourceVersion", String.valueOf(++version));
    }

    private void event(String type, String key, ObjectNode object) {
        events.add(MAPPER.createObjectNode().put("type", type).put("key", key).set("object", object.deepCopy()));
        notifyAll();
    }

    private Reply list(String collection, Map<String, String> query) {
        ArrayNode items = MAPPER.createArrayNode();
        objects.forEach((key, object) -> {
            if (isIn(collection, key) && fits(object, query)) {
                items.add(strange(object));
            }
        });
        ObjectNode list = MAPPER.createObjectNode();
        list.putObject("metadata").put("resourceVersion", String.valueOf(version));
        list.set("items", items);
        return new Reply(200, list.toString());
    }

    /** A collection without a namespace is that of all. */
    private static boolean isIn(String collection, String key) {
        String own = key.substring(0, key.lastIndexOf('/'));
        return own.equals(collection)
                || (collection.contains("//")
                        && own.matches(Pattern.quote(collection).replace("//", "\\E/[^/]*/\\Q")));
    }

    private static boolean fits(JsonNode object, Map<String, String> query) {
        JsonNode metadata = object.path("metadata");
        for (String wanted : query.getOrDefault("labelSelector", "").split(",", -1)) {
            String[] parts = wanted.split("=", 2);
            JsonNode label = metadata.path("labels").path(parts[0]);
            if (!wanted.isEmpty()
                    && (label.isMissingNode()
                            || (parts.length > 1 && !label.asText().equals(parts[1])))) {
                return false;
            }
        }
        String field = query.getOrDefault("fieldSelector", "");
        return !field.startsWith("metadata.name=")
                || field.equals("metadata.name=" + metadata.path("name").asText());
    }

    private void watch(HttpExchange exchange, Map<String, String> query) throws IOException {
        Matcher matcher = matcher(exchange.getRequestURI().getPath());
        String collection = matcher.group(1) + "/" + orEmpty(matcher.group(2)) + "/"
                + matcher.group(3).replace("/", "");
        int since = Integer.parseInt(query.getOrDefault("resourceVersion", "0"));
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.flush();
            tell(out, collection, query, since);
        } catch (IOException e) {
            return; // whoever watched has gone
        } finally {
            exchange.close();
        }
    }

    private void tell(OutputStream out, String collection, Map<String, String> query, int since) throws IOException {
        int generation = generation();
        int told = 0;
        while (generation == generation()) {
            if (isHistory(since)) {
                out.write("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}}\n"
                        .getBytes(StandardCharsets.UTF_8));
                return;
            }
            List<ObjectNode> all = eventsFrom(told, generation);
            told += all.size();
            for (ObjectNode event : all) {
                JsonNode object = event.path("object");
                boolean isNew = object.path("metadata").path("resourceVersion").asInt() > since;
                if (isNew && isIn(collection, event.path("key").asText()) && fits(object, query)) {
                    ObjectNode line = MAPPER.createObjectNode()
                            .put("type", event.path("type").asText());
                    line.set("object", strange(object));
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        }
    }

    private synchronized boolean isHistory(int since) {
        return since < oldest;
    }

    private synchronized int generation() {
        return watchGeneration;
    }

    private synchronized List<ObjectNode> eventsFrom(int told, int generation) {
        while (events.size() <= told && generation == watchGeneration) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
        return List.copyOf(events.subList(told, events.size()));
    }

    private static Reply status(int code, String reason, String name, String message) {
        ObjectNode status = MAPPER.createObjectNode()
                .put("kind", "Status")
                .put("status", code < 300 ? "Success" : "Failure")
                .put("reason", reason)
                .put("code", code)
                .put("message", message);
        status.putObject("details").put("name", name);
        return new Reply(code, strange(status).toString());
    }

    /** Puts fields into every object of it that no client knows. */
    private static JsonNode strange(JsonNode known) {
        JsonNode copy = known.deepCopy();
        addStrangeness(copy);
        return copy;
    }

    private static void addStrangeness(JsonNode node) {
        node.forEach(TinyCluster::addStrangeness);
        if (node instanceof ObjectNode object && !isMapOfTexts(object)) {
            object.putObject("newIn2030").putArray("a").add(1);
        }
    }

    private static boolean isMapOfTexts(ObjectNode object) {
        boolean texts = !object.isEmpty();
        for (JsonNode value : object) {
            texts &= value.isTextual();
        }
        return texts;
    }
}
