package io.kws.sdk.k8s.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.openapi.models.V1DeleteOptions;
import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.client.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes the objects of one cluster. Thread-safe.
 *
 * @param client sends the requests
 */
public record ObjectClient(ClusterClient client) {
    /**
     * Reads one object.
     *
     * @param ref names it
     * @return the object; empty if it does not exist
     */
    public Optional<KubeObject> find(ObjectRef ref) {
        return find(ref.kind().api(), ref.namespace(), ref.name());
    }

    Optional<KubeObject> find(ApiResource api, String namespace, String name) {
        return client.find(Request.get(api, namespace, name)).map(KubeObject::new);
    }

    /**
     * Reads objects, all pages of the list.
     *
     * @param query which
     * @return the objects
     */
    public List<KubeObject> list(ObjectQuery query) {
        return client.list(query.request()).stream().map(KubeObject::new).toList();
    }

    /**
     * Keeps the objects of a list known until it is closed.
     *
     * @param query which
     * @param changed raised after each change
     * @return the objects, to be closed
     */
    public ObjectWatch watch(ObjectQuery query, Signal changed) {
        return new ObjectWatch(client.watch(query.request(), changed));
    }

    /**
     * Calls a listener after each change of a list; a refused watch is tried again.
     *
     * @param query which
     * @param changed called after each change, on the watch's thread; returns at once
     * @return the watch, to be closed
     */
    public ObjectWatch watch(ObjectQuery query, Runnable changed) {
        return new ObjectWatch(client.watch(query.request(), changed));
    }

    /**
     * Creates an object; not repeated when the answer is lost.
     *
     * @param api its kind
     * @param namespace its namespace; empty for one of the whole cluster
     * @param model the object, as JSON or as one of client-java's models
     * @return what was created
     * @throws io.kws.sdk.errors.ConflictException if its name is taken
     */
    public KubeObject create(ApiResource api, String namespace, Object model) {
        return new KubeObject(client.send(Request.create(api, namespace, model)));
    }

    /** Replaces an object, if it is still in the version that was edited. */
    KubeObject replace(ObjectRef ref, ObjectNode edited) {
        return new KubeObject(client.send(Request.replace(ref.kind().api(), ref.namespace(), edited)));
    }

    /**
     * Sets annotations and labels; others stay as they are.
     *
     * @param ref names the object
     * @param annotations the annotations
     * @param labels the labels
     * @return the changed object; empty if it does not exist
     */
    public Optional<KubeObject> mark(ObjectRef ref, Map<String, String> annotations, Map<String, String> labels) {
        Map<String, Object> metadata = new HashMap<>(Map.of("annotations", annotations));
        if (!labels.isEmpty()) {
            metadata.put("labels", labels);
        }
        return client.find(Request.merge(ref.kind().api(), ref.id(), Map.of("metadata", metadata)))
                .map(KubeObject::new);
    }

    /**
     * Sets annotations; others stay as they are.
     *
     * @param ref names the object
     * @param annotations the annotations
     * @throws io.kws.sdk.errors.NotFoundException if the object does not exist
     */
    public void annotate(ObjectRef ref, Map<String, String> annotations) {
        var unused = client.send(
                Request.merge(ref.kind().api(), ref.id(), Map.of("metadata", Map.of("annotations", annotations))));
    }

    /** Deletes an object and what it owns, without waiting until they are gone. */
    void delete(ObjectRef ref, V1Preconditions preconditions) {
        V1DeleteOptions options =
                new V1DeleteOptions().propagationPolicy("Foreground").preconditions(preconditions);
        var unused = client.send(Request.delete(ref.kind().api(), ref.namespace(), ref.name(), options));
    }

    /**
     * Runs a check that the credentials may not be allowed to make. Some are good for one namespace only; then the cluster
     * itself will report what is wrong.
     *
     * @param check fails if something is wrong
     */
    public static void ifAllowed(Runnable check) {
        try {
            check.run();
        } catch (AccessDeniedException e) {
            return;
        }
    }
}
