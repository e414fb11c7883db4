package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All resources of one kind, and the five requests every kind has. The node's lock guards it. */
abstract class Resources {
    private final Map<String, ObjectNode> rows = new TreeMap<>();
    private final Set<String> builtIn = new HashSet<>();
    private final Kind kind;
    private final Site site;
    private final Set<String> writable;

    /** Makes a kind whose resources have the given attributes that users may set. */
    Resources(Kind kind, Site site, Set<String> writable) {
        this.kind = kind;
        this.site = site;
        this.writable = writable;
    }

    /** Makes a resource from what the user asks for, or refuses; it is not yet stored. */
    abstract ObjectNode make(Caller caller, ObjectNode spec);

    /** Refuses the deletion of what is in use, or takes down what depends on it. */
    abstract void release(Caller caller, ObjectNode row);

    /** Takes over changed attributes. */
    void change(ObjectNode row, ObjectNode spec) {
        row.setAll(spec);
    }

    /** {@return a resource as the user sees it} */
    ObjectNode view(ObjectNode row) {
        return row.deepCopy();
    }

    boolean isVisible(Caller caller, ObjectNode row) {
        return caller.owns(owner(row));
    }

    void register(Routes routes) {
        routes.on("GET", kind.path(), this::list)
                .on("POST", kind.path(), this::create)
                .on("GET", kind.path() + "/{id}", this::show)
                .on("PUT", kind.path() + "/{id}", this::update)
                .on("DELETE", kind.path() + "/{id}", this::delete);
        new Tags(this).register(routes, kind);
    }

    Site site() {
        return site;
    }

    Kind kind() {
        return kind;
    }

    List<ObjectNode> all() {
        return List.copyOf(rows.values());
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    ObjectNode get(Caller caller, String id) {
        return find(id).filter(row -> isVisible(caller, row)).orElseThrow(() -> kind.notFound(id));
    }

    /** Takes what there is now for what every node has. */
    void keepBuiltIn() {
        builtIn.addAll(rows.keySet());
    }

    /** {@return what users have made} */
    List<ObjectNode> made() {
        return rows.values().stream().filter(row -> !builtIn.contains(id(row))).toList();
    }

    ObjectNode add(ObjectNode row) {
        rows.put(id(row), row);
        return row;
    }

    void remove(String id) {
        rows.remove(id);
    }

    long used(String projectId) {
        return rows.values().stream()
                .filter(row -> owner(row).equals(projectId))
                .count();
    }

    /** Starts a resource with what all kinds have. */
    ObjectNode blank(Caller caller, ObjectNode spec) {
        String owner = caller.isAdmin()
                ? spec.path("project_id").asText(spec.path("tenant_id").asText(caller.projectId()))
                : caller.projectId();
        ObjectNode row = Json.object()
                .put("id", site.ids().uuid())
                .put("name", spec.path("name").asText(""))
                .put("description", spec.path("description").asText(""))
                .put("tenant_id", owner)
                .put("project_id", owner)
                .put("created_at", site.second())
                .put("updated_at", site.second())
                .put("revision_number", 0);
        row.putArray("tags");
        return row;
    }

    void touch(ObjectNode row) {
        row.put("updated_at", site.second());
        row.put("revision_number", row.path("revision_number").asInt() + 1);
    }

    static String id(ObjectNode row) {
        return row.path("id").asText();
    }

    static String owner(ObjectNode row) {
        return row.path("project_id").asText();
    }

    private Answer list(Request request) {
        Caller caller = request.caller();
        Filter filter = new Filter(request.query());
        filter.check(attributes());
        List<ObjectNode> found = rows.values().stream()
                .filter(row -> isVisible(caller, row))
                .map(this::view)
                .filter(filter::accepts)
                .toList();
        return Answer.json(200, new Listing(kind, site, request.query()).page(found));
    }

    private Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>(writable);
        names.addAll(Set.of("id", "name", "description", "status", "tenant_id", "project_id", "created_at"));
        names.addAll(Set.of("updated_at", "revision_number", "router_id", "fixed_ip_address", "shared"));
        return names;
    }

    private Answer show(Request request) {
        ObjectNode row = view(get(request.caller(), request.at("id")));
        return Answer.json(200, Json.wrap(kind.one(), Listing.pick(row, request.query())));
    }

    private Answer create(Request request) {
        ObjectNode body = request.json();
        if (body.get(kind.many()) instanceof ArrayNode bulk) {
            List<ObjectNode> made = createAll(request.caller(), bulk);
            return Answer.json(201, Json.wrap(kind.many(), Json.list(made)));
        }
        ObjectNode made =
                createAll(request.caller(), Json.array().add(spec(body))).get(0);
        return Answer.json(201, Json.wrap(kind.one(), made));
    }

    /** Makes all or none. */
    private List<ObjectNode> createAll(Caller caller, ArrayNode specs) {
        List<ObjectNode> made = new ArrayList<>();
        try {
            for (JsonNode spec : specs) {
                ObjectNode wanted = checked((ObjectNode) spec);
                checkQuota(caller.projectId(), 1);
                made.add(add(make(caller, wanted)));
            }
        } catch (Refusal refusal) {
            made.forEach(row -> remove(id(row)));
            throw refusal;
        }
        return made.stream().map(this::view).toList();
    }

    /** Refuses what would be more than the quota. */
    void checkQuota(String projectId, int more) {
        if (!site.limits().allows(projectId, kind.one(), used(projectId) + more)) {
            throw new Refusal(409, "OverQuota", "Quota exceeded for resources: ['" + kind.one() + "'].");
        }
    }

    private Answer update(Request request) {
        ObjectNode row = get(request.caller(), request.at("id"));
        ObjectNode spec = checked(spec(request.json()));
        requireOwner(request.caller(), row, "update_");
        requireRevision(request, row);
        change(row, spec);
        touch(row);
        return Answer.json(200, Json.wrap(kind.one(), view(row)));
    }

    private Answer delete(Request request) {
        ObjectNode row = get(request.caller(), request.at("id"));
        requireOwner(request.caller(), row, "delete_");
        requireRevision(request, row);
        release(request.caller(), row);
        remove(id(row));
        return Answer.empty(204);
    }

    private void requireOwner(Caller caller, ObjectNode row, String action) {
        if (!caller.owns(owner(row))) {
            throw new Refusal(403, "PolicyNotAuthorized", "rule:" + action + kind.one() + " is disallowed by policy");
        }
    }

    /** Anything but a revision is not looked at. */
    private static void requireRevision(Request request, ObjectNode row) {
        String match = request.header("If-Match").orElse("");
        String current = "revision_number=" + row.path("revision_number").asInt();
        if (match.matches("revision_number=\\d+") && !match.equals(current)) {
            throw new Refusal(
                    412,
                    "RevisionNumberConstraintFailed",
                    "Constrained to %s, but current revision is %s"
                            .formatted(match.replaceAll("\\D", ""), current.replaceAll("\\D", "")));
        }
    }

    private ObjectNode spec(ObjectNode body) {
        if (body.get(kind.one()) instanceof ObjectNode spec) {
            return spec;
        }
        throw new Refusal(400, "HTTPBadRequest", "Unable to find '" + kind.one() + "' in request body");
    }

    private ObjectNode checked(ObjectNode spec) {
        for (Map.Entry<String, JsonNode> field : spec.properties()) {
            String name = field.getKey();
            if (!writable.contains(name) && !name.equals("project_id") && !name.equals("tenant_id")) {
                throw new Refusal(400, "HTTPBadRequest", "Unrecognized attribute(s) '" + name + "'");
            }
            if ((name.equals("name") || name.equals("description"))
                    && !field.getValue().isTextual()) {
                String value = field.getValue().asText();
                throw invalid(name, "'" + value + "' is not a valid string.");
            }
        }
        return spec;
    }

    static Refusal invalid(String attribute, String reason) {
        return new Refusal(400, "HTTPBadRequest", "Invalid input for " + attribute + ". Reason: " + reason);
    }

    static String required(ObjectNode spec, String attribute) {
        if (!spec.hasNonNull(attribute)) {
            throw new Refusal(
                    400,
                    "HTTPBadRequest",
                    "Failed to parse request. Required attribute '" + attribute + "' not specified");
        }
        return spec.path(attribute).asText();
    }
}
