package io.kws.sdk.k8s.workloads;

import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Exposure;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import io.kws.sdk.k8s.objects.DnsLabels;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectRef;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where an app or IDE runs, and the URL that it is reached at. Immutable.
 *
 * @param namespace the namespace
 * @param isOwners whether the namespace is the owner's own, created when needed
 * @param host its host name; empty if it is reached from inside the cluster only
 * @param url its URL, if it has a host name
 */
record WorkloadLocation(String namespace, boolean isOwners, String host, Optional<URI> url) {

    /**
     * Decides by the specification and the configuration, without a call.
     *
     * @param preferred reads the namespace that the credentials' configuration prefers; empty if none
     */
    static WorkloadLocation of(AppSpec spec, ClusterConfig cluster, Supplier<String> preferred) {
        Optional<String> named = spec.namespace().or(cluster::namespace);
        boolean isOwners = named.isEmpty() && spec.owner().isPresent();
        String namespace =
                named.or(() -> spec.owner().map(OwnerNamespace::name)).orElseGet(() -> orDefault(preferred.get()));
        String host = host(spec, cluster, namespace);
        if (host.isEmpty() && !(spec.readyWhen() instanceof AppReadiness.Available)) {
            throw new InvalidRequestException(
                    "it has no URL to wait for; set its host, or configure a base domain for the node");
        }
        if (host.isEmpty() && spec.tlsSecret().isPresent()) {
            throw new InvalidRequestException("the TLS secret \""
                    + spec.tlsSecret().get() + "\" needs a host; set one, or configure a base domain for the node");
        }
        return new WorkloadLocation(
                namespace,
                isOwners,
                host,
                host.isEmpty()
                        ? Optional.empty()
                        : Optional.of(url(host, spec.tlsSecret().isPresent(), cluster)));
    }

    /** Returns the URL of a host. */
    static URI url(String host, boolean isTls, ClusterConfig cluster) {
        String port = cluster.ingressPort() == 0 ? "" : ":" + cluster.ingressPort();
        return URI.create((isTls ? "https://" : "http://") + host + port + "/");
    }

    /** Returns the reference to an object in its namespace. */
    ObjectRef ref(ManagedKind kind, String name) {
        return new ObjectRef(kind, namespace, name);
    }

    private static String orDefault(String namespace) {
        return namespace.isEmpty() ? "default" : namespace;
    }

    private static String host(AppSpec spec, ClusterConfig cluster, String namespace) {
        if (spec.exposure() == Exposure.CLUSTER) {
            return "";
        }
        return spec.host()
                .or(() -> cluster.baseDomain()
                        .map(domain -> DnsLabels.hostLabel(
                                        spec.name(),
                                        namespace,
                                        cluster.namespace().orElse("")) + "." + domain))
                .orElse("");
    }
}
