package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds what can be known to fail before anything is made.
 *
 * @param node where
 * @param workload what is to be deployed
 * @param place where it is to live
 * @param claim its storage, if it has some
 */
record DeployChecks(WorkloadContext node, Workload workload, WorkloadLocation place, Optional<StorageClaim> claim) {
    private static final String ALWAYS_THERE = "default";

    /** Returns the checks, none of which waits for another, by what they do; each says what it found, or nothing. */
    Map<String, Supplier<String>> all() {
        AppSpec spec = workload.spec();
        IngressHosts hosts = new IngressHosts(node);
        Map<String, Supplier<String>> checks = new LinkedHashMap<>();
        if (!place.isOwners() && !place.namespace().equals(ALWAYS_THERE)) {
            checks.put("find the namespace", silent(() -> hosts.unlessForbidden(this::requireNamespace)));
        }
        if (!place.host().isEmpty()) {
            checks.put("check the ingress class", silent(hosts::requireClass));
            checks.put("check the host", silent(() -> hosts.requireFree(place, spec.name())));
        }
        spec.imagePullSecret()
                .ifPresent(name -> checks.put(
                        "find the image pull secret", silent(() -> requireSecret(hosts, "image pull secret", name))));
        spec.tlsSecret()
                .ifPresent(name ->
                        checks.put("find the TLS secret", silent(() -> requireSecret(hosts, "TLS secret", name))));
        claim.ifPresent(
                wanted -> checks.put("check the storage", () -> workload.store().check(wanted)));
        return checks;
    }

    private static Supplier<String> silent(Runnable check) {
        return () -> {
            check.run();
            return "";
        };
    }

    private void requireNamespace() {
        JsonNode namespace = node.client()
                .find(Request.get(ApiResource.NAMESPACES, "", place.namespace()))
                .orElseThrow(() -> new NotFoundException("the namespace \"%s\" does not exist; make it, or %s"
                        .formatted(
                                place.namespace(),
                                workload.spec().namespace().isEmpty()
                                        ? "configure the node with another one"
                                        : "leave namespace(...) out")));
        if (namespace.path("metadata").has("deletionTimestamp")) {
            throw new ConflictException(
                    "the namespace \"%s\" is being deleted; try again later".formatted(place.namespace()));
        }
    }

    private void requireSecret(IngressHosts hosts, String what, String name) {
        hosts.unlessForbidden(() -> {
            if (node.client()
                    .find(Request.get(ApiResource.SECRETS, place.namespace(), name))
                    .isEmpty()) {
                throw new NotFoundException(
                        "the namespace \"%s\" has no secret \"%s\" for the %s; make it there, or correct its name"
                                .formatted(place.namespace(), name, what));
            }
        });
    }
}
