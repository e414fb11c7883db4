package io.kws.sdk.k8s.apps;

import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.objects.ObjectRemoval;
import io.kws.sdk.k8s.objects.ObjectResource;
import io.kws.sdk.k8s.workloads.Deployment;
import io.kws.sdk.k8s.workloads.SecretValues;
import io.kws.sdk.k8s.workloads.WorkloadManifests;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A change of the secret variables: a new Secret, so that the previous version keeps its own until the new one is available. */
final class SecretChange {
    private final ObjectClient objects;
    private final KubeObject deployment;
    private final Optional<KubeObject> previous;
    private final Map<String, byte[]> values;
    private final String revision;

    private SecretChange(
            ObjectClient objects,
            KubeObject deployment,
            Optional<KubeObject> previous,
            Map<String, byte[]> values,
            String revision) {
        this.objects = objects;
        this.deployment = deployment;
        this.previous = previous;
        this.values = values;
        this.revision = revision;
    }

    /** Returns the change of the secret variables; nothing if they stay. A Secret that was deleted is not kept. */
    static Optional<SecretChange> of(ObjectClient objects, KubeObject deployment, AppChange change, String revision) {
        String previousName = new Deployment(deployment).secretName();
        if (change.secrets().isEmpty() && (change.removedVariables().isEmpty() || previousName.isEmpty())) {
            return Optional.empty();
        }
        Optional<KubeObject> previous = previousName.isEmpty()
                ? Optional.empty()
                : objects.find(new ObjectRef(ManagedKind.SECRET, deployment.namespace(), previousName));
        Map<String, String> before = previous.map(SecretValues::of).orElse(Map.of());
        Map<String, String> after = new TreeMap<>(before);
        change.removedVariables().forEach(after::remove);
        after.putAll(SecretValues.encoded(change.secrets()));
        return previous.isPresent() && after.equals(before)
                ? Optional.empty()
                : Optional.of(new SecretChange(objects, deployment, previous, SecretValues.decoded(after), revision));
    }

    /** Returns the name of the new Secret; empty if no secret variable is left. */
    String newName() {
        return values.isEmpty() ? "" : WorkloadManifests.secretName(deployment.name(), revision);
    }

    /** Returns the new Secret, to be created. */
    Optional<ObjectResource> resource() {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Supplier<V1Secret> model = () -> new V1Secret()
                .apiVersion("v1")
                .kind("Secret")
                .metadata(new V1ObjectMeta()
                        .name(newName())
                        .namespace(deployment.namespace())
                        .labels(deployment.labels()))
                .data(values);
        return Optional.of(new ObjectResource(
                objects,
                new ObjectRef(ManagedKind.SECRET, deployment.namespace(), newName()),
                found -> found.rental().equals(deployment.rental()),
                model));
    }

    /** Removes the Secret of the previous version. */
    void removePrevious() {
        previous.ifPresent(
                secret -> new ObjectRemoval(objects, ObjectRef.to(ManagedKind.SECRET, secret)).delete(secret));
    }
}
