package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.pods.Pods;
import io.kws.sdk.k8s.workloads.Deployment;
import java.util.Comparator;

/**
 * The version that an app goes back to if a change fails.
 *
 * @param template what its Pods are created from
 * @param replicas how many there were
 * @param isServing whether it served, so that going back can be waited for
 */
record PreviousRevision(KubeObject template, int replicas, boolean isServing) {
    /** Returns the version that a Deployment is in now. */
    static PreviousRevision now(KubeObject object) {
        Deployment deployment = new Deployment(object);
        return new PreviousRevision(object.template(), deployment.replicas(), deployment.isRolledOut());
    }

    /** Returns the newest version that serves; not the Deployment's own if another change of it has failed. */
    static PreviousRevision serving(ObjectClient objects, KubeObject deployment) {
        PreviousRevision now = now(deployment);
        if (now.isServing()) {
            return now;
        }
        ObjectQuery versions = ObjectQuery.of(ApiResource.REPLICA_SETS, deployment.namespace())
                .labelled(Labels.selector(deployment.rental()));
        return objects.list(versions).stream()
                .filter(version -> version.status().path("availableReplicas").asInt() > 0)
                .max(Comparator.comparingInt(PreviousRevision::number))
                .map(version -> new PreviousRevision(templateOf(version), now.replicas(), true))
                .orElse(now);
    }

    private static int number(KubeObject replicaSet) {
        return replicaSet
                .json()
                .path("metadata")
                .path("annotations")
                .path("deployment.kubernetes.io/revision")
                .asInt();
    }

    /** The cluster adds a label to the template that the Deployment does not have. */
    private static KubeObject templateOf(KubeObject replicaSet) {
        ObjectNode template = replicaSet.template().copy();
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove("pod-template-hash");
        }
        return new KubeObject(template);
    }

    String revision() {
        return template.label(Labels.REVISION);
    }

    String image() {
        return Pods.container(template).path("image").asText("");
    }
}
