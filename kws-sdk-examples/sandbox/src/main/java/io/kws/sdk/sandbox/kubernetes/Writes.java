package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.List;
import java.util.Objects;

/**
 * Makes and changes objects for users and controllers, with all that an API server sees to.
 *
 * @param cluster where
 */
record Writes(Cluster cluster) {
    private static final List<String> GIVEN = List.of(
            "name",
            "namespace",
            "uid",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "generation",
            "generateName");

    ObjectNode create(Kind kind, String namespace, ObjectNode object, Author author) {
        requireNew(object);
        place(kind, namespace, object);
        if (kind.hasStatus()) {
            object.remove("status");
        }
        Admission admission = new Admission(cluster);
        Defaults.fill(kind, object);
        admission.complete(kind, object);
        Validation.check(kind, object);
        if (kind.isNamespaced()) {
            new Quotas(cluster.store()).admit(kind, object);
        }
        if (cluster.store().find(kind, namespace, Meta.name(object)).isPresent()) {
            throw ApiError.alreadyExists(kind, Meta.name(object));
        }
        Meta.of(object).put("uid", cluster.site().ids().uuid()).put("creationTimestamp", cluster.now());
        if (kind.hasGeneration()) {
            Meta.of(object).put("generation", 1);
        }
        if (!author.isCluster() && !object.path("metadata").has("managedFields")) {
            new Ownership(kind, author.manager(), cluster.now()).update(Json.object(), object);
        }
        return author.isDry() ? object : cluster.store().put(kind, object);
    }

    private static void requireNew(ObjectNode object) {
        if (!Meta.version(object).isEmpty()) {
            throw ApiError.badRequest("resourceVersion should not be set on objects to be created");
        }
    }

    private void place(Kind kind, String namespace, ObjectNode object) {
        ObjectNode metadata = Meta.of(object);
        String prefix = metadata.path("generateName").asText("");
        if (Meta.name(object).isEmpty() && !prefix.isEmpty()) {
            metadata.put("name", prefix + cluster.suffix());
        }
        metadata.remove(List.of("uid", "creationTimestamp", "deletionTimestamp", "generation", "selfLink"));
        if (!kind.isNamespaced()) {
            metadata.remove("namespace");
            return;
        }
        String named = Meta.namespace(object);
        if (!named.isEmpty() && !named.equals(namespace)) {
            throw ApiError.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        metadata.put("namespace", namespace);
        new Admission(cluster).requireNamespace(kind, namespace, Meta.name(object));
    }

    /** Puts an object in the place of another, but not its status. */
    ObjectNode update(Kind kind, ObjectNode before, ObjectNode after, Author author) {
        requireSame(kind, before, after);
        keep(before, after);
        if (kind.hasStatus()) {
            after.remove("status");
            if (before.has("status")) {
                after.set("status", before.get("status").deepCopy());
            }
        }
        keepGiven(kind, before, after);
        Defaults.fill(kind, after);
        Validation.check(kind, after, before);
        if (kind.hasGeneration() && isOther(before, after)) {
            Meta.of(after)
                    .put(
                            "generation",
                            before.path("metadata").path("generation").asLong() + 1);
        }
        boolean isApplied = !managed(after).equals(managed(before));
        if (!isApplied) {
            new Ownership(kind, author.manager(), cluster.now()).update(before, after);
        }
        return author.isDry() ? after : put(kind, after);
    }

    private static JsonNode managed(JsonNode object) {
        return object.path("metadata").path("managedFields");
    }

    /** Changes the status, and nothing else. */
    ObjectNode updateStatus(Kind kind, ObjectNode before, ObjectNode after, Author author) {
        requireSame(kind, before, after);
        ObjectNode copy = before.deepCopy();
        copy.set("status", after.path("status"));
        return author.isDry() ? copy : cluster.store().put(kind, copy);
    }

    /** What was only waiting for its last finalizer goes. */
    private ObjectNode put(Kind kind, ObjectNode after) {
        ObjectNode put = cluster.store().put(kind, after);
        boolean isFree = Meta.isGoing(put)
                && put.path("metadata").path("finalizers").isEmpty()
                && kind != Kind.PODS
                && kind != Kind.NAMESPACES;
        return isFree ? cluster.store().remove(kind, put) : put;
    }

    private static void requireSame(Kind kind, ObjectNode before, ObjectNode after) {
        String uid = Meta.uid(after);
        if (!uid.isEmpty() && !uid.equals(Meta.uid(before))) {
            throw ApiError.conflict(
                    kind,
                    Meta.name(before),
                    "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                            .formatted(uid, Meta.uid(before)));
        }
        String version = Meta.version(after);
        if (!version.isEmpty() && !version.equals(Meta.version(before))) {
            throw ApiError.modified(kind, Meta.name(before));
        }
    }

    /** What the cluster itself wrote about an object stays. */
    private static void keep(ObjectNode before, ObjectNode after) {
        ObjectNode metadata = Meta.of(after);
        GIVEN.forEach(field -> {
            metadata.remove(field);
            if (before.path("metadata").has(field)) {
                metadata.set(field, before.path("metadata").get(field));
            }
        });
        if (!metadata.has("managedFields") && before.path("metadata").has("managedFields")) {
            metadata.set("managedFields", managed(before));
        }
    }

    /** What was filled in at the beginning need not be given again. */
    private static void keepGiven(Kind kind, ObjectNode before, ObjectNode after) {
        List<String> fields = switch (kind) {
            case SERVICES -> List.of("clusterIP", "clusterIPs");
            case PERSISTENT_VOLUME_CLAIMS -> List.of("volumeName", "storageClassName");
            case PODS -> List.of("nodeName", "serviceAccountName");
            case NAMESPACES -> List.of("finalizers");
            default -> List.of();
        };
        for (String field : fields) {
            JsonNode given = before.path("spec").path(field);
            if (!given.isMissingNode() && !after.path("spec").has(field)) {
                after.withObject("/spec").set(field, given);
            }
        }
    }

    private static boolean isOther(ObjectNode before, ObjectNode after) {
        ObjectNode one = before.deepCopy();
        ObjectNode other = after.deepCopy();
        one.remove(List.of("metadata", "status"));
        other.remove(List.of("metadata", "status"));
        return !Objects.equals(one, other);
    }
}
