package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Query;
import io.kws.sdk.sandbox.site.Site;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes objects away, and what they own.
 *
 * @param cluster where
 */
record Deletion(Cluster cluster) {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    /** Events own nothing and have no owner; as in a real cluster they are not looked at. There are many of them. */
    private static final List<Kind> COLLECTED =
            Arrays.stream(Kind.values()).filter(kind -> kind != Kind.EVENTS).toList();

    /**
     * How to delete.
     *
     * @param policy what becomes of what it owns: Foreground, Background or Orphan
     * @param graceSeconds how long a Pod may take to end; -1 as it says itself
     * @param uid which very object; empty for any
     * @param version in which version; empty for any
     */
    record Options(String policy, int graceSeconds, String uid, String version) {
        static final Options BACKGROUND = new Options("Background", -1, "", "");

        static Options of(JsonNode body, Query query) {
            JsonNode conditions = body.path("preconditions");
            String policy = query.last("propagationPolicy")
                    .orElse(body.path("propagationPolicy")
                            .asText(body.path("orphanDependents").asBoolean() ? "Orphan" : "Background"));
            int grace = query.last("gracePeriodSeconds")
                    .map(Integer::parseInt)
                    .orElse(body.path("gracePeriodSeconds").asInt(-1));
            return new Options(
                    policy,
                    grace,
                    conditions.path("uid").asText(""),
                    conditions.path("resourceVersion").asText(""));
        }

        Options as(String otherPolicy) {
            return new Options(otherPolicy, graceSeconds, "", "");
        }
    }

    /** Deletes an object; returns it if it stays for some time, else a {@code Status}. */
    ObjectNode delete(Kind kind, ObjectNode object, Options options) {
        check(kind, object, options);
        if (kind == Kind.PODS) {
            return deletePod(object, options);
        }
        if (kind == Kind.NAMESPACES) {
            return deleteNamespace(object);
        }
        ObjectNode going = object.deepCopy();
        if (!COLLECTED.contains(kind)) {
            cluster.store().remove(kind, object);
            return success(kind, object);
        }
        if (options.policy().equals("Foreground")) {
            Meta.addFinalizer(going, FOREGROUND);
        } else if (options.policy().equals("Orphan")) {
            Meta.addFinalizer(going, ORPHAN);
        }
        if (going.path("metadata").path("finalizers").isEmpty()) {
            cluster.store().remove(kind, object);
            return success(kind, object);
        }
        return mark(kind, going, 0);
    }

    private static void check(Kind kind, ObjectNode object, Options options) {
        if (!options.uid().isEmpty() && !options.uid().equals(Meta.uid(object))) {
            throw ApiError.precondition(
                    kind,
                    Meta.name(object),
                    "the UID in the precondition (%s) does not match the UID in record (%s). The object might have been"
                                    .formatted(options.uid(), Meta.uid(object))
                            + " deleted and then recreated");
        }
        if (!options.version().isEmpty() && !options.version().equals(Meta.version(object))) {
            throw ApiError.precondition(
                    kind,
                    Meta.name(object),
                    "the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%s). The"
                                    .formatted(options.version(), Meta.version(object))
                            + " object might have been modified");
        }
    }

    private ObjectNode mark(Kind kind, ObjectNode going, int graceSeconds) {
        if (!Meta.isGoing(going)) {
            Instant end = cluster.site().agenda().now().plusSeconds(graceSeconds);
            Meta.of(going).put("deletionTimestamp", Site.second(end)).put("deletionGracePeriodSeconds", graceSeconds);
            if (kind.hasGeneration()) {
                Meta.of(going)
                        .put(
                                "generation",
                                going.path("metadata").path("generation").asLong() + 1);
            }
        }
        return cluster.store().put(kind, going);
    }

    private ObjectNode deletePod(ObjectNode pod, Options options) {
        int grace = options.graceSeconds() >= 0
                ? options.graceSeconds()
                : pod.path("spec").path("terminationGracePeriodSeconds").asInt(30);
        boolean isNowhere = pod.path("spec").path("nodeName").asText().isEmpty();
        boolean isHeld = !pod.path("metadata").path("finalizers").isEmpty();
        if (!isHeld && (isNowhere || grace == 0)) {
            return cluster.store().remove(Kind.PODS, pod);
        }
        return mark(Kind.PODS, pod.deepCopy(), grace);
    }

    private ObjectNode deleteNamespace(ObjectNode namespace) {
        ObjectNode going = namespace.deepCopy();
        going.withObject("/status").put("phase", "Terminating");
        if (!Meta.isGoing(going)) {
            Meta.of(going).put("deletionTimestamp", cluster.now());
        }
        return cluster.store().put(Kind.NAMESPACES, going);
    }

    private static ObjectNode success(Kind kind, ObjectNode object) {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", Kind.VERSION);
        status.putObject("metadata");
        ObjectNode details =
                status.put("status", "Success").putObject("details").put("name", Meta.name(object));
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        details.put("kind", kind.plural()).put("uid", Meta.uid(object));
        return status;
    }

    /** Carries on with what is being deleted, and deletes what has no owner any more. */
    void collect() {
        Set<String> living = new HashSet<>();
        for (Kind kind : COLLECTED) {
            cluster.store().list(kind, "").forEach(object -> living.add(Meta.uid(object)));
        }
        for (Kind kind : COLLECTED) {
            for (ObjectNode object : cluster.store().list(kind, "")) {
                carryOn(kind, object);
                collect(kind, object, living);
            }
        }
    }

    private void carryOn(Kind kind, ObjectNode object) {
        if (!Meta.isGoing(object)) {
            return;
        }
        if (Meta.hasFinalizer(object, ORPHAN)) {
            dependents(object).forEach(dependent -> disown(dependent, object));
            finish(kind, object, ORPHAN);
        } else if (Meta.hasFinalizer(object, FOREGROUND)) {
            List<Dependent> left = dependents(object);
            left.stream()
                    .filter(dependent -> !Meta.isGoing(dependent.object()))
                    .forEach(dependent ->
                            delete(dependent.kind(), dependent.object(), Options.BACKGROUND.as("Foreground")));
            if (dependents(object).stream().noneMatch(dependent -> dependent.blocks(object))) {
                finish(kind, object, FOREGROUND);
            }
        }
    }

    /** Takes a finalizer away, and the object with the last one. */
    void finish(Kind kind, ObjectNode object, String finalizer) {
        cluster.change(kind, object, copy -> Meta.removeFinalizer(copy, finalizer));
        cluster.find(kind, object)
                .filter(left -> Meta.isGoing(left)
                        && left.path("metadata").path("finalizers").isEmpty())
                .ifPresent(left -> cluster.store().remove(kind, left));
    }

    private void collect(Kind kind, ObjectNode object, Set<String> living) {
        JsonNode owners = object.path("metadata").path("ownerReferences");
        boolean isOrphan = !owners.isEmpty();
        for (JsonNode owner : owners) {
            isOrphan &= !living.contains(owner.path("uid").asText());
        }
        if (isOrphan && !Meta.isGoing(object)) {
            cluster.find(kind, object).ifPresent(found -> delete(kind, found, Options.BACKGROUND));
        }
    }

    private record Dependent(Kind kind, ObjectNode object) {
        boolean blocks(ObjectNode owner) {
            for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
                if (reference.path("uid").asText().equals(Meta.uid(owner))) {
                    return reference.path("blockOwnerDeletion").asBoolean();
                }
            }
            return false;
        }
    }

    private List<Dependent> dependents(ObjectNode owner) {
        return COLLECTED.stream()
                .flatMap(kind -> cluster.store().list(kind, Meta.namespace(owner)).stream()
                        .filter(object -> isOwnedBy(object, owner))
                        .map(object -> new Dependent(kind, object)))
                .toList();
    }

    private static boolean isOwnedBy(ObjectNode object, ObjectNode owner) {
        for (JsonNode reference : object.path("metadata").path("ownerReferences")) {
            if (reference.path("uid").asText().equals(Meta.uid(owner))) {
                return true;
            }
        }
        return false;
    }

    private void disown(Dependent dependent, ObjectNode owner) {
        cluster.change(dependent.kind(), dependent.object(), copy -> {
            ArrayNode others = Json.array();
            for (JsonNode reference : copy.path("metadata").path("ownerReferences")) {
                if (!reference.path("uid").asText().equals(Meta.uid(owner))) {
                    others.add(reference);
                }
            }
            Meta.of(copy).remove("ownerReferences");
            if (!others.isEmpty()) {
                Meta.of(copy).set("ownerReferences", others);
            }
        });
    }
}
