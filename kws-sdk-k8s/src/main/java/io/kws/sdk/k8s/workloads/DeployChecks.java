package io.kws.sdk.k8s.workloads;

import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.storage.StorageClaim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds failures that can be predicted before anything is created.
 *
 * @param node the node
 * @param workload what is to be deployed
 * @param location where it is to run
 * @param claim its storage, if it has some
 */
record DeployChecks(ClusterContext node, Workload workload, WorkloadLocation location, Optional<StorageClaim> claim) {
    private static final String DEFAULT_NAMESPACE = "default";

    /** Returns the independent checks by name; each returns what it found, or an empty text. */
    Map<String, Supplier<String>> all() {
        AppSpec spec = workload.spec();
        IngressHosts hosts = new IngressHosts(node);
        Map<String, Supplier<String>> checks = new LinkedHashMap<>();
        if (!location.isOwners() && !location.namespace().equals(DEFAULT_NAMESPACE)) {
            checks.put("find the namespace", silent(this::requireNamespace));
        }
        if (!location.host().isEmpty()) {
            checks.put("check the ingress class", silent(hosts::requireClass));
            checks.put("check the host", silent(() -> hosts.requireFree(location, spec.name())));
        }
        spec.imagePullSecret()
                .ifPresent(name -> checks.put(
                        "find the image pull secret", silent(() -> requireSecret("image pull secret", name))));
        spec.tlsSecret()
                .ifPresent(name -> checks.put("find the TLS secret", silent(() -> requireSecret("TLS secret", name))));
        claim.ifPresent(
                wanted -> checks.put("check the storage", () -> workload.store().check(wanted)));
        return checks;
    }

    private static Supplier<String> silent(Runnable check) {
        return () -> {
            ObjectClient.ifAllowed(check);
            return "";
        };
    }

    private void requireNamespace() {
        KubeObject namespace = node.objects()
                .find(ObjectRef.toNamespace(location.namespace()))
                .orElseThrow(() -> new NotFoundException("the namespace \"%s\" does not exist; create it, or %s"
                        .formatted(
                                location.namespace(),
                                workload.spec().namespace().isEmpty()
                                        ? "configure another one for the node"
                                        : "leave namespace(...) out")));
        if (namespace.isBeingDeleted()) {
            throw new ConflictException(
                    "the namespace \"%s\" is being deleted; try again later".formatted(location.namespace()));
        }
    }

    private void requireSecret(String use, String name) {
        if (node.objects().find(location.ref(ManagedKind.SECRET, name)).isEmpty()) {
            throw new NotFoundException(
                    "the %s \"%s\" does not exist in the namespace \"%s\"; create it there, or correct its name"
                            .formatted(use, name, location.namespace()));
        }
    }
}
