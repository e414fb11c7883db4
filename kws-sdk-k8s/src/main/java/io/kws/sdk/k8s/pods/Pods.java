package io.kws.sdk.k8s.pods;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ObjectQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the Pods of apps (v1 Pod). */
public final class Pods {
    /** The container that runs the app's image; others may have been added to the Pod. */
    public static final String CONTAINER = "app";

    private Pods() {}

    /**
     * Selects the Pods of an app, of all its versions.
     *
     * @param deployment the app's Deployment
     * @return the query
     */
    public static ObjectQuery of(KubeObject deployment) {
        return ObjectQuery.of(ApiResource.PODS, deployment.namespace()).labelled(Labels.selector(deployment.rental()));
    }

    /**
     * Returns the names of the claims of storage that a Pod uses.
     *
     * @param pod the Pod, or what Pods are created from
     * @return the names
     */
    public static List<String> claims(KubeObject pod) {
        return pod.spec().path("volumes").findValuesAsText("claimName");
    }

    /**
     * Tells whether the app's container runs in a Pod that stays.
     *
     * @param pod the Pod
     * @return whether it runs
     */
    public static boolean isRunning(KubeObject pod) {
        return !pod.isBeingDeleted()
                && containerStatus(pod)
                        .filter(status -> status.path("state").has("running"))
                        .isPresent();
    }

    /**
     * Returns the container of the app's image, to which an operator may have added others.
     *
     * @param pod the Pod, or what Pods are created from
     * @return the container; a missing node if there is none
     */
    public static JsonNode container(KubeObject pod) {
        JsonNode containers = pod.spec().path("containers");
        return named(containers).orElse(containers.path(0));
    }

    /** Returns the status of the app's container; nothing before there is one. */
    static Optional<JsonNode> containerStatus(KubeObject pod) {
        return named(pod.status().path("containerStatuses"));
    }

    private static Optional<JsonNode> named(JsonNode containers) {
        return StreamSupport.stream(containers.spliterator(), false)
                .filter(container -> container.path("name").asText().equals(CONTAINER))
                .findFirst();
    }

    /**
     * Tells whether a whole Pod has ended.
     *
     * @param pod the Pod
     * @return whether none of its containers will run again
     */
    public static boolean hasEnded(KubeObject pod) {
        String phase = pod.status().path("phase").asText();
        return phase.equals("Succeeded") || phase.equals("Failed");
    }
}
