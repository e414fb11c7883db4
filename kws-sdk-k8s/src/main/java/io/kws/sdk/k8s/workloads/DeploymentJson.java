package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.AppValue;
import io.kws.sdk.internal.text.OptionalText;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reads apps as their Deployments tell of them.
 *
 * @param node the node's name
 */
public record DeploymentJson(String node) {
    public App read(JsonNode deployment, Optional<URI> url, String reason) {
        JsonNode metadata = deployment.path("metadata");
        return AppValue.builder()
                .node(node)
                .namespace(metadata.path("namespace").asText())
                .name(metadata.path("name").asText())
                .status(status(deployment, reason))
                .reason(OptionalText.of(reason))
                .image(container(deployment).path("image").asText(""))
                .replicas(deployment.path("spec").path("replicas").asInt(1))
                .availableReplicas(available(deployment))
                .created(Json.instant(metadata.path("creationTimestamp")))
                .annotations(Json.texts(metadata.path("annotations")))
                .url(url)
                .build();
    }

    /** The container of the app's image, beside which an operator may have put others. */
    public static JsonNode container(JsonNode deployment) {
        JsonNode containers =
                deployment.path("spec").path("template").path("spec").path("containers");
        return StreamSupport.stream(containers.spliterator(), false)
                .filter(container -> container.path("name").asText().equals(PodManifest.CONTAINER))
                .findFirst()
                .orElse(containers.path(0));
    }

    private static AppStatus status(JsonNode deployment, String reason) {
        if (deployment.path("metadata").has("deletionTimestamp")) {
            return AppStatus.DELETING;
        }
        if (Rollout.isRolledOut(deployment)) {
            return deployment.path("spec").path("replicas").asInt(1) == 0 ? AppStatus.STOPPED : AppStatus.AVAILABLE;
        }
        if (reason.isEmpty()) {
            return AppStatus.PROGRESSING;
        }
        return available(deployment) > 0 ? AppStatus.DEGRADED : AppStatus.FAILED;
    }

    private static int available(JsonNode deployment) {
        return deployment.path("status").path("availableReplicas").asInt();
    }
}
