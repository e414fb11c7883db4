package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Request;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes objects over HTTP. */
final class Rest {
    private final Cluster cluster;
    private final Access access;
    private final Writes writes;
    private final Deletion deletion;
    private final PodParts podParts;

    Rest(Cluster cluster, Access access, PodParts podParts) {
        this.cluster = cluster;
        this.access = access;
        this.writes = new Writes(cluster);
        this.deletion = new Deletion(cluster);
        this.podParts = podParts;
    }

    /** Carries out a request; one that goes on telling takes the node's lock for each look itself. */
    Answer answer(Request request, Target target, String user) {
        Asked asked = Asked.of(request, target);
        byte[] body = asked.body();
        return cluster.site().alone(() -> {
            access.require(user, asked.verb(), target);
            return target.part().isEmpty() ? whole(asked, body) : part(asked, body);
        });
    }

    private Answer whole(Asked asked, byte[] body) {
        return switch (asked.verb()) {
            case "list" -> asked.view().list(new Listing(cluster.store(), asked).read());
            case "watch" -> new WatchFeed(cluster, asked).answer();
            case "get" -> asked.view().one(200, present(asked));
            case "create" -> asked.view().one(201, create(asked, body));
            case "update" -> asked.view().one(200, update(asked, body));
            case "patch" -> patch(asked, body);
            case "delete" -> delete(asked, body);
            case "deletecollection" -> deleteAll(asked, body);
            default -> throw ApiError.wrongMethod();
        };
    }

    private ObjectNode present(Asked asked) {
        Target target = asked.target();
        return cluster.store()
                .find(target.kind(), target.namespace(), target.name())
                .orElseThrow(() -> ApiError.notFound(target.kind(), target.name()));
    }

    private ObjectNode create(Asked asked, byte[] body) {
        Target target = asked.target();
        if (target.kind().isNamespaced() && target.namespace().isEmpty()) {
            throw ApiError.wrongMethod();
        }
        return writes.create(target.kind(), target.namespace(), Bodies.object(target.kind(), body), asked.author());
    }

    private ObjectNode update(Asked asked, byte[] body) {
        ObjectNode after = Bodies.object(asked.target().kind(), body);
        requireName(asked.target(), after);
        return writes.update(asked.target().kind(), present(asked), after, asked.author());
    }

    private static void requireName(Target target, ObjectNode object) {
        if (!Meta.name(object).equals(target.name())) {
            throw ApiError.badRequest("the name of the object (%s) does not match the name on the URL (%s)"
                    .formatted(Meta.name(object), target.name()));
        }
    }

    private Answer patch(Asked asked, byte[] body) {
        Target target = asked.target();
        boolean isApply = asked.contentType().equals(Bodies.APPLY);
        boolean isThere = cluster.store()
                .find(target.kind(), target.namespace(), target.name())
                .isPresent();
        if (isApply && !isThere) {
            return asked.view().one(201, applyNew(asked, body));
        }
        ObjectNode before = present(asked);
        ObjectNode after = isApply ? applied(asked, before, body) : Bodies.patched(asked.contentType(), before, body);
        requireName(target, after);
        return asked.view().one(200, writes.update(target.kind(), before, after, asked.author()));
    }

    private ObjectNode applyNew(Asked asked, byte[] body) {
        Target target = asked.target();
        ObjectNode configuration = Bodies.object(target.kind(), body);
        requireName(target, configuration);
        ObjectNode empty = Json.object();
        empty.putObject("metadata").put("name", target.name());
        ObjectNode object = ownership(asked).apply(empty, configuration, asked.isForced());
        return writes.create(target.kind(), target.namespace(), object, asked.author());
    }

    private ObjectNode applied(Asked asked, ObjectNode before, byte[] body) {
        ObjectNode configuration = Bodies.object(asked.target().kind(), body);
        return ownership(asked).apply(before, configuration, asked.isForced());
    }

    private Ownership ownership(Asked asked) {
        if (asked.request().query().last("fieldManager").isEmpty()) {
            throw ApiError.noFieldManager();
        }
        return new Ownership(asked.target().kind(), asked.author().manager(), cluster.now());
    }

    private Answer delete(Asked asked, byte[] body) {
        Deletion.Options options =
                Deletion.Options.of(Bodies.any(body), asked.request().query());
        ObjectNode present = present(asked);
        if (asked.author().isDry()) {
            return asked.view().one(200, present);
        }
        return asked.view().one(200, deletion.delete(asked.target().kind(), present, options));
    }

    private Answer deleteAll(Asked asked, byte[] body) {
        Deletion.Options options =
                Deletion.Options.of(Bodies.any(body), asked.request().query());
        Listing.Page page = new Listing(cluster.store(), asked).read();
        List<ObjectNode> objects = new ArrayList<>(page.items());
        objects.forEach(object -> deletion.delete(asked.target().kind(), object, options));
        return asked.view().list(page);
    }

    private Answer part(Asked asked, byte[] body) {
        Kind kind = asked.target().kind();
        return switch (asked.target().part()) {
            case "status" -> status(asked, body);
            case "scale" -> scale(asked, body);
            case "finalize" -> finalized(asked, body);
            case "log", "exec" -> {
                if (kind != Kind.PODS) {
                    throw ApiError.noSuchPath();
                }
                yield podParts.answer(asked, present(asked));
            }
            default -> throw ApiError.noSuchPath();
        };
    }

    private Answer status(Asked asked, byte[] body) {
        Kind kind = asked.target().kind();
        ObjectNode before = present(asked);
        ObjectNode after = switch (asked.verb()) {
            case "get" -> before;
            case "update" -> writes.updateStatus(kind, before, Bodies.object(kind, body), asked.author());
            case "patch" ->
                writes.updateStatus(kind, before, Bodies.patched(asked.contentType(), before, body), asked.author());
            default -> throw ApiError.wrongMethod();
        };
        return asked.view().one(200, after);
    }

    /** How many replicas there are to be, as an object of its own (autoscaling/v1 Scale). */
    private Answer scale(Asked asked, byte[] body) {
        Kind kind = asked.target().kind();
        if (!kind.isScaled()) {
            throw ApiError.noSuchPath();
        }
        ObjectNode before = present(asked);
        ObjectNode scale = scale(before);
        if (asked.verb().equals("get")) {
            return Answer.json(200, scale);
        }
        ObjectNode wanted =
                asked.verb().equals("update") ? Bodies.object(body) : Bodies.patched(asked.contentType(), scale, body);
        ObjectNode after = before.deepCopy();
        after.withObject("/spec")
                .put("replicas", wanted.path("spec").path("replicas").asInt());
        String version = Meta.version(wanted);
        if (!version.isEmpty()) {
            Meta.of(after).put("resourceVersion", version);
        }
        return Answer.json(200, scale(writes.update(kind, before, after, asked.author())));
    }

    private static ObjectNode scale(ObjectNode object) {
        ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            metadata.set(field, object.path("metadata").path(field));
        }
        DeploymentStatus.put(
                scale.putObject("spec"), "replicas", object.at("/spec/replicas").asInt());
        scale.putObject("status")
                .put("replicas", object.path("status").path("replicas").asInt())
                .put("selector", Columns.selector(object));
        return scale;
    }

    private Answer finalized(Asked asked, byte[] body) {
        if (asked.target().kind() != Kind.NAMESPACES || !asked.verb().equals("update")) {
            throw ApiError.noSuchPath();
        }
        ObjectNode before = present(asked);
        JsonNode finalizers = Bodies.object(body).path("spec").path("finalizers");
        cluster.change(
                Kind.NAMESPACES,
                before,
                copy -> copy.withObject("/spec")
                        .set("finalizers", finalizers instanceof ArrayNode given ? given : Json.array()));
        return asked.view().one(200, present(asked));
    }
}
