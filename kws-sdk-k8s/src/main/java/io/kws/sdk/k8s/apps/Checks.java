package io.kws.sdk.k8s.apps;

import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.k8s.transport.Api;
import io.kws.sdk.k8s.transport.Request;
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
record Checks(AppNode node, Workload workload, Place place, Optional<Claim> claim) {
    /** Returns the checks, none of which waits for another, by what they do; each says what it found, or nothing. */
    Map<String, Supplier<String>> all() {
        AppSpec spec = workload.spec();
        Hosts hosts = new Hosts(node);
        Map<String, Supplier<String>> checks = new LinkedHashMap<>();
        if (!place.host().isEmpty()) {
            checks.put("check the ingress class", silent(hosts::requireClass));
            checks.put("check the host", silent(() -> hosts.requireFree(place, spec.name())));
        }
        if (!spec.imagePullSecret().isEmpty()) {
            checks.put("find the image pull secret", silent(() -> requireSecret(hosts, spec.imagePullSecret())));
        }
        if (!spec.tlsSecret().isEmpty()) {
            checks.put("find the TLS secret", silent(() -> requireSecret(hosts, spec.tlsSecret())));
        }
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

    private void requireSecret(Hosts hosts, String name) {
        hosts.unlessForbidden(() -> node.gate().send(Request.get(Api.SECRETS, place.namespace(), name)));
    }
}
