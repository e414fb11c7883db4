package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Knows users by their tokens, and their rights by the cluster's roles and bindings. The administrator may do all. */
final class Access {
    static final String ADMIN = "kubernetes-admin";
    static final String LIMITED = "kws-limited";

    private static final String BEARER = "Bearer ";
    private static final String ANONYMOUS = "system:anonymous";

    private final String adminToken = Ids.secret(24);
    private final String limitedToken = Ids.secret(24);
    private final List<Denial> denials = new ArrayList<>();
    private final Store store;

    Access(Store store) {
        this.store = store;
    }

    private record Denial(String verb, String resource) {
        boolean concerns(String asked, String resourceAsked) {
            return List.of("*", asked).contains(verb)
                    && List.of("*", resourceAsked).contains(resource);
        }
    }

    String adminToken() {
        return adminToken;
    }

    String limitedToken() {
        return limitedToken;
    }

    /** Forbids something to everybody, whatever the roles say. */
    void forbid(String verb, String resource) {
        denials.add(new Denial(verb, resource));
    }

    void forbidNothing() {
        denials.clear();
    }

    /** Returns the name of the user who asks. */
    String user(Request request) {
        Optional<String> token = request.header("Authorization")
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
        if (token.isEmpty()) {
            return ANONYMOUS;
        }
        if (token.get().equals(adminToken)) {
            return ADMIN;
        }
        if (token.get().equals(limitedToken)) {
            return LIMITED;
        }
        throw ApiError.of(401, "Unauthorized");
    }

    /** Refuses what is open to users only, such as what kinds there are. */
    static void requireKnown(String user, String path) {
        if (user.equals(ANONYMOUS)) {
            throw ApiError.of(403, "forbidden: User \"%s\" cannot get path \"%s\"".formatted(user, path));
        }
    }

    void require(String user, String verb, Target target) {
        Kind kind = target.kind();
        String resource = kind.plural() + (target.part().isEmpty() ? "" : "/" + target.part());
        boolean isDenied = denials.stream().anyMatch(denial -> denial.concerns(verb, resource));
        if (isDenied || !(user.equals(ADMIN) || isAllowed(user, verb, target, resource))) {
            throw ApiError.forbidden(
                    kind,
                    target.name(),
                    "User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
                            .formatted(
                                    user,
                                    verb,
                                    resource,
                                    kind.group(),
                                    target.namespace().isEmpty()
                                            ? "at the cluster scope"
                                            : "in the namespace \"" + target.namespace() + "\""));
        }
    }

    private boolean isAllowed(String user, String verb, Target target, String resource) {
        return allows(Kind.CLUSTER_ROLE_BINDINGS, "", user, verb, target, resource)
                || (!target.namespace().isEmpty()
                        && allows(Kind.ROLE_BINDINGS, target.namespace(), user, verb, target, resource));
    }

    private boolean allows(Kind bindings, String namespace, String user, String verb, Target target, String resource) {
        return store.list(bindings, namespace).stream()
                .filter(binding -> isFor(binding, user))
                .flatMap(binding -> role(binding, namespace).stream())
                .flatMap(role -> elements(role.path("rules")).stream())
                .anyMatch(rule -> contains(rule.path("apiGroups"), target.kind().group())
                        && contains(rule.path("resources"), resource)
                        && contains(rule.path("verbs"), verb)
                        && (!rule.has("resourceNames") || contains(rule.path("resourceNames"), target.name())));
    }

    private static boolean isFor(JsonNode binding, String user) {
        return elements(binding.path("subjects")).stream()
                .anyMatch(subject -> is(subject, "User", user) || is(subject, "Group", "system:authenticated"));
    }

    private static boolean is(JsonNode subject, String kind, String name) {
        return subject.path("kind").asText().equals(kind)
                && subject.path("name").asText().equals(name);
    }

    private Optional<? extends JsonNode> role(JsonNode binding, String namespace) {
        JsonNode reference = binding.path("roleRef");
        String name = reference.path("name").asText();
        return reference.path("kind").asText().equals("ClusterRole")
                ? store.find(Kind.CLUSTER_ROLES, "", name)
                : store.find(Kind.ROLES, namespace, name);
    }

    private static boolean contains(JsonNode texts, String wanted) {
        return elements(texts).stream()
                .anyMatch(text -> text.asText().equals("*") || text.asText().equals(wanted));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
