package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.ObjectRemoval;
import io.kws.sdk.k8s.workloads.ObjectResource;
import io.kws.sdk.k8s.workloads.TemplateEdit;
import io.kws.sdk.k8s.workloads.WorkloadManifests;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Other secret variables: a new Secret, so that the former version keeps its own until the new one is available. */
final class SecretChange {
    private final ClusterClient client;
    private final JsonNode deployment;
    private final Optional<JsonNode> former;
    private final Map<String, byte[]> values;
    private final String revision;

    private SecretChange(
            ClusterClient client,
            JsonNode deployment,
            Optional<JsonNode> former,
            Map<String, byte[]> values,
            String revision) {
        this.client = client;
        this.deployment = deployment;
        this.former = former;
        this.values = values;
        this.revision = revision;
    }

    /** Returns what changes of the secret variables; nothing if nothing does. A Secret that is gone is named no more. */
    static Optional<SecretChange> of(ClusterClient client, JsonNode deployment, AppChange change, String revision) {
        String formerName = TemplateEdit.secretName(deployment);
        if (change.secrets().isEmpty() && (change.removedVariables().isEmpty() || formerName.isEmpty())) {
            return Optional.empty();
        }
        Optional<JsonNode> former = formerName.isEmpty()
                ? Optional.empty()
                : client.find(Request.get(ApiResource.SECRETS, namespace(deployment), formerName));
        Map<String, String> before =
                former.map(secret -> Json.texts(secret.path("data"))).orElse(Map.of());
        Map<String, String> after = new TreeMap<>(before);
        change.removedVariables().forEach(after::remove);
        change.secrets().forEach((name, value) -> after.put(name, encoded(value)));
        return former.isPresent() && after.equals(before)
                ? Optional.empty()
                : Optional.of(new SecretChange(client, deployment, former, decoded(after), revision));
    }

    private static String encoded(Secret value) {
        return Base64.getEncoder().encodeToString(value.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> decoded(Map<String, String> encoded) {
        Map<String, byte[]> values = new TreeMap<>();
        encoded.forEach((name, value) -> values.put(name, Base64.getDecoder().decode(value)));
        return values;
    }

    /** Returns the name of the new Secret; empty if no secret variable is left. */
    String newName() {
        return values.isEmpty() ? "" : WorkloadManifests.secretName(name(deployment), revision);
    }

    /** Returns the new Secret, to be made. */
    Optional<ObjectResource> part() {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        RentalId rental = new RentalId(Labels.get(deployment, Labels.RENTAL));
        Supplier<V1Secret> model = () -> new V1Secret()
                .apiVersion("v1")
                .kind("Secret")
                .metadata(new V1ObjectMeta()
                        .name(newName())
                        .namespace(namespace(deployment))
                        .labels(Json.texts(deployment.path("metadata").path("labels"))))
                .data(values);
        ObjectRemoval removal = new ObjectRemoval(client, ApiResource.SECRETS, namespace(deployment), newName());
        return Optional.of(new ObjectResource(removal, found -> Labels.isOf(found, rental), model));
    }

    /** Removes the Secret of the former version. */
    void removeFormer() {
        former.ifPresent(secret ->
                new ObjectRemoval(client, ApiResource.SECRETS, namespace(deployment), name(secret)).delete(secret));
    }

    private static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    private static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText();
    }
}
