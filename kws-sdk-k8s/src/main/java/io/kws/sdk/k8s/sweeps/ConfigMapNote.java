package io.kws.sdk.k8s.sweeps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.driver.SharedNote;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.objects.KubeObject;
import java.util.Optional;

/**
 * The note of a cluster: a ConfigMap in the node's namespace, which is never deleted. It is replaced only in the version that
 * was read (API conventions, "Concurrency Control and Consistency"). Not a Lease, as credentials that may deploy apps are
 * often not allowed to write Leases.
 */
public final class ConfigMapNote implements SharedNote {
    private static final String NAME = "kws-sweeper";
    private static final String KEY = "note";

    private final ClusterClient client;
    private final ClusterConfig cluster;

    /**
     * Makes the note of a node.
     *
     * @param client the cluster
     * @param cluster names the namespace; without one, that of the credentials or {@code default} is used
     */
    public ConfigMapNote(ClusterClient client, ClusterConfig cluster) {
        this.client = client;
        this.cluster = cluster;
    }

    @Override
    public Version read() {
        return version(find().orElseGet(this::create));
    }

    @Override
    public Optional<Version> replace(Version seen, String text) {
        ObjectNode map = map(text);
        ((ObjectNode) map.path("metadata")).put("uid", seen.id()).put("resourceVersion", seen.revision());
        try {
            return Optional.of(version(client.send(
                    Request.replace(ApiResource.CONFIG_MAPS, namespace(), map).repeatable())));
        } catch (ConflictException | NotFoundException e) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> find() {
        return client.find(Request.get(ApiResource.CONFIG_MAPS, namespace(), NAME));
    }

    /** Another program may have been first, or the answer may have been lost. */
    private JsonNode create() {
        try {
            return client.send(Request.create(ApiResource.CONFIG_MAPS, namespace(), map("")));
        } catch (KwsException e) {
            return find().orElseThrow(() -> e);
        }
    }

    private ObjectNode map(String text) {
        ObjectNode map = Json.object().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", NAME).put("namespace", namespace());
        map.putObject("data").put(KEY, text);
        return map;
    }

    private String namespace() {
        return cluster.namespace()
                .or(() -> Optional.of(client.preferredNamespace()).filter(name -> !name.isEmpty()))
                .orElse("default");
    }

    private static Version version(JsonNode map) {
        KubeObject read = new KubeObject(map);
        return new Version(
                read.uid(), read.resourceVersion(), map.path("data").path(KEY).asText(""));
    }
}
