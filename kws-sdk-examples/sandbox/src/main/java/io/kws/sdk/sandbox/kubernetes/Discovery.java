package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells what the API offers. */
final class Discovery {
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> PART_VERBS = List.of("get", "patch", "update");

    private Discovery() {}

    /** Answers a path that leads to no objects; empty if it leads nowhere at all. */
    static Optional<Answer> find(List<String> path) {
        return switch (String.join("/", path)) {
            case "version" -> Optional.of(Answer.json(200, version()));
            case "healthz", "livez", "readyz" -> Optional.of(Answer.text(200, "text/plain; charset=utf-8", "ok"));
            case "api" -> Optional.of(Answer.json(200, core()));
            case "apis" -> Optional.of(Answer.json(200, groups()));
            case "api/v1" -> Optional.of(Answer.json(200, resources("")));
            case "openapi/v2" -> Optional.of(schema());
            default -> inGroup(path);
        };
    }

    private static Optional<Answer> inGroup(List<String> path) {
        boolean isKnown =
                path.size() > 1 && path.get(0).equals("apis") && groupNames().contains(path.get(1));
        if (isKnown && path.size() == 2) {
            return Optional.of(
                    Answer.json(200, group(path.get(1)).put("kind", "APIGroup").put("apiVersion", Kind.VERSION)));
        }
        boolean isVersion = isKnown && path.size() == 3 && path.get(2).equals(Kind.VERSION);
        return isVersion ? Optional.of(Answer.json(200, resources(path.get(1)))) : Optional.empty();
    }

    private static List<String> groupNames() {
        return Arrays.stream(Kind.values())
                .map(Kind::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }

    private static ObjectNode version() {
        return Json.object()
                .put("major", "1")
                .put("minor", "20")
                .put("gitVersion", Node.VERSION)
                .put("gitCommit", "sandbox")
                .put("gitTreeState", "clean")
                .put("buildDate", "2021-01-14T00:00:00Z")
                .put("goVersion", "go1.15.5")
                .put("compiler", "gc")
                .put("platform", "linux/amd64");
    }

    private static ObjectNode core() {
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add(Kind.VERSION);
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private static ObjectNode groups() {
        ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", Kind.VERSION);
        ArrayNode groups = list.putArray("groups");
        groupNames().forEach(name -> groups.add(group(name)));
        return list;
    }

    private static ObjectNode group(String name) {
        ObjectNode version =
                Json.object().put("groupVersion", name + "/" + Kind.VERSION).put("version", Kind.VERSION);
        ObjectNode group = Json.object().put("name", name);
        group.putArray("versions").add(version);
        group.set("preferredVersion", version);
        return group;
    }

    private static ObjectNode resources(String group) {
        ObjectNode list = Json.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", Kind.VERSION)
                .put("groupVersion", group.isEmpty() ? Kind.VERSION : group + "/" + Kind.VERSION);
        ArrayNode resources = list.putArray("resources");
        Arrays.stream(Kind.values()).filter(kind -> kind.group().equals(group)).forEach(kind -> add(resources, kind));
        return list;
    }

    private static void add(ArrayNode resources, Kind kind) {
        ObjectNode whole = resource(kind, "", kind.word(), VERBS);
        if (!kind.shortName().isEmpty()) {
            whole.putArray("shortNames").add(kind.shortName());
        }
        if (kind.isOfAll()) {
            whole.putArray("categories").add("all");
        }
        resources.add(whole);
        if (kind.hasStatus()) {
            resources.add(resource(kind, "/status", kind.word(), PART_VERBS));
        }
        if (kind.isScaled()) {
            resources.add(resource(kind, "/scale", "Scale", PART_VERBS)
                    .put("group", "autoscaling")
                    .put("version", Kind.VERSION));
        }
        if (kind == Kind.PODS) {
            resources.add(resource(kind, "/log", kind.word(), List.of("get")));
            resources.add(resource(kind, "/exec", "PodExecOptions", List.of("create", "get")));
        }
    }

    private static ObjectNode resource(Kind kind, String part, String word, List<String> verbs) {
        ObjectNode resource = Json.object()
                .put("name", kind.plural() + part)
                .put("singularName", "")
                .put("namespaced", kind.isNamespaced())
                .put("kind", word);
        resource.set("verbs", Json.texts(verbs));
        return resource;
    }

    /** A schema that describes nothing, which clients take for "anything goes"; an empty message of protobuf is one. */
    private static Answer schema() {
        return Answer.text(200, "application/octet-stream", "");
    }
}
