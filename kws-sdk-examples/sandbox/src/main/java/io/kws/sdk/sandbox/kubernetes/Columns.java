package io.kws.sdk.sandbox.kubernetes;

import static io.kws.sdk.sandbox.kubernetes.Columns.Column.number;
import static io.kws.sdk.sandbox.kubernetes.Columns.Column.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The columns that {@code kubectl get} prints of each kind. */
final class Columns {
    private static final String NONE = "<none>";
    private static final Column NAME = text("Name", Meta::name);
    private static final Column AGE =
            new Column("Age", "string", 0, (object, now) -> age(object.at("/metadata/creationTimestamp"), now));

    private Columns() {}

    /** Fills a cell. */
    @FunctionalInterface
    interface Cell {
        Object of(JsonNode object, Instant now);
    }

    /** A column; one of priority 1 is printed by {@code -o wide} only. */
    record Column(String name, String type, int priority, Cell cell) {
        static Column text(String name, Function<JsonNode, String> cell) {
            return new Column(name, "string", 0, (object, now) -> cell.apply(object));
        }

        static Column number(String name, Function<JsonNode, Integer> cell) {
            return new Column(name, "integer", 0, (object, now) -> cell.apply(object));
        }

        Column wide() {
            return new Column(name, type, 1, cell);
        }
    }

    static List<Column> of(Kind kind) {
        return switch (kind) {
            case PODS -> pods();
            case DEPLOYMENTS -> deployments();
            case REPLICA_SETS -> replicaSets();
            case SERVICES -> services();
            case INGRESSES -> ingresses();
            case EVENTS -> events();
            case NODES -> nodes();
            case PERSISTENT_VOLUME_CLAIMS -> claims();
            case PERSISTENT_VOLUMES -> volumes();
            case NAMESPACES -> List.of(NAME, text("Status", at("/status/phase")), AGE);
            case SECRETS ->
                List.of(
                        NAME,
                        text("Type", at("/type")),
                        number("Data", object -> object.path("data").size()),
                        AGE);
            case CONFIG_MAPS ->
                List.of(NAME, number("Data", object -> object.path("data").size()), AGE);
            case SERVICE_ACCOUNTS ->
                List.of(NAME, number("Secrets", object -> object.path("secrets").size()), AGE);
            case ENDPOINTS -> List.of(NAME, text("Endpoints", Columns::endpoints), AGE);
            case RESOURCE_QUOTAS ->
                List.of(
                        NAME,
                        AGE,
                        text("Request", object -> quota(object, false)),
                        text("Limit", object -> quota(object, true)));
            case INGRESS_CLASSES ->
                List.of(NAME, text("Controller", at("/spec/controller")), text("Parameters", any -> NONE), AGE);
            case NETWORK_POLICIES ->
                List.of(NAME, text("Pod-Selector", object -> labels(object.at("/spec/podSelector/matchLabels"))), AGE);
            case ROLE_BINDINGS, CLUSTER_ROLE_BINDINGS ->
                List.of(
                        NAME,
                        text(
                                "Role",
                                object -> object.at("/roleRef/kind").asText() + "/"
                                        + object.at("/roleRef/name").asText()),
                        AGE);
            case STORAGE_CLASSES ->
                List.of(
                        text("Name", Columns::storageClass),
                        text("Provisioner", at("/provisioner")),
                        text("ReclaimPolicy", at("/reclaimPolicy")),
                        text("VolumeBindingMode", at("/volumeBindingMode")),
                        text(
                                "AllowVolumeExpansion",
                                object -> object.path("allowVolumeExpansion").asText("false")),
                        AGE);
            case LIMIT_RANGES, ROLES, CLUSTER_ROLES ->
                List.of(NAME, text("Created At", at("/metadata/creationTimestamp")));
        };
    }

    private static Function<JsonNode, String> at(String pointer) {
        return object -> object.at(pointer).asText("");
    }

    private static Function<JsonNode, Integer> count(String pointer) {
        return object -> object.at(pointer).asInt();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    private static String join(JsonNode list, Function<JsonNode, String> words) {
        return StreamSupport.stream(list.spliterator(), false).map(words).collect(Collectors.joining(","));
    }

    private static String labels(JsonNode labels) {
        return orNone(labels.properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .sorted()
                .collect(Collectors.joining(",")));
    }

    /** The labels that a Deployment or a ReplicaSet selects its Pods by. */
    static String selector(JsonNode object) {
        return labels(object.at("/spec/selector/matchLabels"));
    }

    private static List<Column> pods() {
        return List.of(
                NAME,
                text("Ready", PodCells::ready),
                text("Status", PodCells::status),
                number("Restarts", PodCells::restarts),
                AGE,
                text("IP", object -> orNone(at("/status/podIP").apply(object))).wide(),
                text("Node", object -> orNone(at("/spec/nodeName").apply(object)))
                        .wide(),
                text("Nominated Node", any -> NONE).wide(),
                text("Readiness Gates", any -> NONE).wide());
    }

    private static List<Column> deployments() {
        return withTemplate(
                NAME,
                text(
                        "Ready",
                        object -> object.at("/status/readyReplicas").asInt() + "/"
                                + object.at("/spec/replicas").asInt()),
                number("Up-to-date", count("/status/updatedReplicas")),
                number("Available", count("/status/availableReplicas")),
                AGE);
    }

    private static List<Column> replicaSets() {
        return withTemplate(
                NAME,
                number("Desired", count("/spec/replicas")),
                number("Current", count("/status/replicas")),
                number("Ready", count("/status/readyReplicas")),
                AGE);
    }

    private static List<Column> withTemplate(Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        String containers = "/spec/template/spec/containers";
        all.add(text("Containers", object -> join(object.at(containers), at("/name")))
                .wide());
        all.add(text("Images", object -> join(object.at(containers), at("/image")))
                .wide());
        all.add(text("Selector", Columns::selector).wide());
        return all;
    }

    private static List<Column> services() {
        return List.of(
                NAME,
                text("Type", at("/spec/type")),
                text("Cluster-IP", object -> orNone(at("/spec/clusterIP").apply(object))),
                text("External-IP", object -> switch (at("/spec/type").apply(object)) {
                    case "LoadBalancer" -> "<pending>";
                    case "ExternalName" -> at("/spec/externalName").apply(object);
                    default -> NONE;
                }),
                text("Port(s)", object -> orNone(join(object.at("/spec/ports"), Columns::port))),
                AGE,
                text("Selector", object -> labels(object.at("/spec/selector"))).wide());
    }

    private static String port(JsonNode port) {
        String outside = port.has("nodePort") ? ":" + port.path("nodePort").asInt() : "";
        return port.path("port").asInt() + outside + "/" + port.path("protocol").asText();
    }

    private static List<Column> ingresses() {
        return List.of(
                NAME,
                text("Class", object -> orNone(at("/spec/ingressClassName").apply(object))),
                text("Hosts", object -> {
                    String hosts = join(
                            object.at("/spec/rules"), rule -> rule.path("host").asText("*"));
                    return hosts.isEmpty() ? "*" : hosts;
                }),
                text("Address", object -> join(object.at("/status/loadBalancer/ingress"), at("/ip"))),
                text("Ports", object -> object.path("spec").has("tls") ? "80, 443" : "80"),
                AGE);
    }

    private static List<Column> events() {
        Cell last = (object, now) -> age(object.path("lastTimestamp"), now);
        Cell first = (object, now) -> age(object.path("firstTimestamp"), now);
        return List.of(
                new Column("Last Seen", "string", 0, last),
                text("Type", at("/type")),
                text("Reason", at("/reason")),
                text(
                        "Object",
                        object -> at("/involvedObject/kind").apply(object).toLowerCase(Locale.ROOT) + "/"
                                + at("/involvedObject/name").apply(object)),
                text("Subobject", at("/involvedObject/fieldPath")).wide(),
                text("Source", at("/source/component")).wide(),
                text("Message", at("/message")),
                new Column("First Seen", "string", 1, first),
                number("Count", count("/count")).wide(),
                NAME.wide());
    }

    private static List<Column> nodes() {
        return List.of(
                NAME,
                text("Status", any -> "Ready"),
                text("Roles", any -> NONE),
                AGE,
                text("Version", at("/status/nodeInfo/kubeletVersion")),
                text("Internal-IP", at("/status/addresses/0/address")).wide());
    }

    private static List<Column> claims() {
        return List.of(
                NAME,
                text(
                        "Status",
                        object -> Meta.isGoing(object)
                                ? "Terminating"
                                : at("/status/phase").apply(object)),
                text("Volume", at("/spec/volumeName")),
                text("Capacity", at("/status/capacity/storage")),
                text("Access Modes", object -> join(object.at("/status/accessModes"), Columns::mode)),
                text("StorageClass", at("/spec/storageClassName")),
                AGE,
                text("VolumeMode", at("/spec/volumeMode")).wide());
    }

    private static List<Column> volumes() {
        return List.of(
                NAME,
                text("Capacity", at("/spec/capacity/storage")),
                text("Access Modes", object -> join(object.at("/spec/accessModes"), Columns::mode)),
                text("Reclaim Policy", at("/spec/persistentVolumeReclaimPolicy")),
                text("Status", at("/status/phase")),
                text(
                        "Claim",
                        object -> object.path("spec").has("claimRef")
                                ? at("/spec/claimRef/namespace").apply(object) + "/"
                                        + at("/spec/claimRef/name").apply(object)
                                : ""),
                text("StorageClass", at("/spec/storageClassName")),
                text("Reason", at("/status/reason")),
                AGE);
    }

    private static String mode(JsonNode mode) {
        return Map.of("ReadWriteOnce", "RWO", "ReadOnlyMany", "ROX", "ReadWriteMany", "RWX")
                .getOrDefault(mode.asText(), mode.asText());
    }

    private static String storageClass(JsonNode object) {
        boolean isDefault = Meta.annotation(object, "storageclass.kubernetes.io/is-default-class")
                .equals("true");
        return Meta.name(object) + (isDefault ? " (default)" : "");
    }

    private static String endpoints(JsonNode object) {
        return orNone(join(
                object.path("subsets"),
                subset -> join(
                        subset.path("addresses"),
                        address -> address.path("ip").asText() + ":"
                                + subset.at("/ports/0/port").asInt())));
    }

    private static String quota(JsonNode object, boolean isLimits) {
        return object.at("/status/hard").properties().stream()
                .filter(hard -> hard.getKey().startsWith("limits.") == isLimits)
                .map(hard -> "%s: %s/%s"
                        .formatted(
                                hard.getKey(),
                                object.at("/status/used").path(hard.getKey()).asText("0"),
                                hard.getValue().asText()))
                .collect(Collectors.joining(", "));
    }

    private static String age(JsonNode time, Instant now) {
        return time.isTextual() ? human(Duration.between(Instant.parse(time.asText()), now)) : "<unknown>";
    }

    /** Writes a duration in the few digits that tell most. */
    static String human(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long minutes = seconds / 60;
        long hours = minutes / 60;
        long days = hours / 24;
        if (seconds < 120) {
            return seconds + "s";
        }
        if (minutes < 10) {
            return minutes + "m" + rest(seconds % 60, "s");
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        if (hours < 8) {
            return hours + "h" + rest(minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        return days < 8 ? days + "d" + rest(hours % 24, "h") : days + "d";
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
