package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1DeleteOptions;
import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Map;
import java.util.Objects;

/**
 * Deletes an object and what it owns, and waits until both are gone.
 *
 * @param client where
 * @param api what it is
 * @param namespace its namespace; empty for one of the whole cluster
 * @param name its name
 */
public record ObjectRemoval(ClusterClient client, ApiResource api, String namespace, String name)
        implements Removable<JsonNode> {
    private static final Map<ApiResource, ResourceKind> KINDS = Map.of(
            ApiResource.NAMESPACES, ResourceKind.NAMESPACE,
            ApiResource.DEPLOYMENTS, ResourceKind.DEPLOYMENT,
            ApiResource.SERVICES, ResourceKind.SERVICE,
            ApiResource.INGRESSES, ResourceKind.INGRESS,
            ApiResource.SECRETS, ResourceKind.SECRET,
            ApiResource.PERSISTENT_VOLUME_CLAIMS, ResourceKind.PERSISTENT_VOLUME_CLAIM);

    @Override
    public ResourceKind kind() {
        return kind(api);
    }

    static ResourceKind kind(ApiResource api) {
        return Objects.requireNonNull(KINDS.get(api), () -> api.plural() + " stand on no receipt");
    }

    @Override
    public String id(JsonNode made) {
        return uid(made);
    }

    /** Only this very object: one of the same name may have been made meanwhile. */
    @Override
    public void delete(JsonNode made) {
        delete(made, new V1Preconditions().uid(uid(made)));
    }

    void delete(JsonNode made, V1Preconditions preconditions) {
        V1DeleteOptions options =
                new V1DeleteOptions().propagationPolicy("Foreground").preconditions(preconditions);
        try {
            client.send(Request.delete(api, namespace, name, options));
        } catch (NotFoundException e) {
            return; // gone already
        } catch (ConflictException e) {
            if (isGone(made)) {
                return; // another has its name
            }
            throw e;
        }
        new DeletionWait(client, api, namespace).await(made);
    }

    private boolean isGone(JsonNode made) {
        return client.find(Request.get(api, namespace, name))
                .filter(now -> uid(now).equals(uid(made)))
                .isEmpty();
    }

    /**
     * Returns what tells an object from a later one of its name.
     *
     * @param object the object
     * @return its ID
     */
    public static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }
}
