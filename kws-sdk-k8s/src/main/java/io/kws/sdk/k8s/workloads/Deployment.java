package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.driver.values.AppValue;
import io.kws.sdk.internal.text.OptionalText;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.pods.Pods;
import java.time.Instant;

/**
 * Reads the Deployment of an app or IDE (apps/v1 Deployment). Immutable.
 *
 * @param object the Deployment
 */
public record Deployment(KubeObject object) {
    /** {@return the ID of the version that it is to run} */
    public String revision() {
        return object.template().label(Labels.REVISION);
    }

    /** {@return the container of the app's image} */
    public JsonNode container() {
        return Pods.container(object.template());
    }

    /** {@return the app's image} */
    public String image() {
        return container().path("image").asText("");
    }

    /** {@return the name of the Secret with the secret variables; empty if there are none} */
    public String secretName() {
        return container()
                .path("envFrom")
                .path(0)
                .path("secretRef")
                .path("name")
                .asText("");
    }

    /** {@return how many replicas are asked for} */
    public int replicas() {
        return object.spec().path("replicas").asInt(1);
    }

    /** {@return whether its Pods are deleted before new ones are created, as its storage can serve one only} */
    public boolean isRecreated() {
        return object.spec().path("strategy").path("type").asText().equals("Recreate");
    }

    /** {@return whether all replicas asked for are available in the newest version, and no others are left} */
    public boolean isRolledOut() {
        int wanted = replicas();
        return isObserved()
                && count("updatedReplicas") == wanted
                && count("availableReplicas") == wanted
                && count("replicas") == wanted;
    }

    /** The cluster counts the replicas of all versions together, so those of older ones are assumed to be available. */
    String state() {
        int older = count("replicas") - count("updatedReplicas");
        int available = isObserved() ? Math.max(0, count("availableReplicas") - older) : 0;
        return "%d of %d replicas available".formatted(available, replicas());
    }

    private boolean isObserved() {
        return object.status().path("observedGeneration").asLong() >= object.generation();
    }

    private int count(String field) {
        return object.status().path(field).asInt();
    }

    /**
     * Describes the app.
     *
     * @param node the node's name
     * @param reason why it is not available; empty if it is, or is becoming so
     * @return the app, to which its URL may be added
     */
    public AppValue.Builder app(String node, String reason) {
        return AppValue.builder()
                .node(node)
                .namespace(object.namespace())
                .name(object.name())
                .status(status(reason))
                .reason(OptionalText.of(reason))
                .image(image())
                .replicas(replicas())
                .availableReplicas(count("availableReplicas"))
                .created(object.created().orElse(Instant.EPOCH))
                .annotations(object.annotations());
    }

    private AppStatus status(String reason) {
        if (object.isBeingDeleted()) {
            return AppStatus.DELETING;
        }
        if (isRolledOut()) {
            return replicas() == 0 ? AppStatus.STOPPED : AppStatus.AVAILABLE;
        }
        if (reason.isEmpty()) {
            return AppStatus.PROGRESSING;
        }
        return count("availableReplicas") > 0 ? AppStatus.DEGRADED : AppStatus.FAILED;
    }
}
