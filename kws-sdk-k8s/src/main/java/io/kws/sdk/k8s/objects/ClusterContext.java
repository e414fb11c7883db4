package io.kws.sdk.k8s.objects;

import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.k8s.client.ClusterClient;

/**
 * Everything that use cases need of their node. Immutable.
 *
 * @param client its cluster
 * @param runner runs the use cases
 * @param cluster how it is configured
 */
public record ClusterContext(ClusterClient client, UseCaseRunner runner, ClusterConfig cluster) {
    /** {@return the objects of the cluster} */
    public ObjectClient objects() {
        return new ObjectClient(client);
    }

    /**
     * Returns the namespace to look into.
     *
     * @param namespace the namespace asked for; empty for any
     * @return the namespace; empty for all
     */
    public String scope(String namespace) {
        return namespace.isEmpty() ? cluster.namespace().orElse("") : namespace;
    }
}
