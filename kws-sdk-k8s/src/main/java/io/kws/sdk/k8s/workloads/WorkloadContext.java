package io.kws.sdk.k8s.workloads;

import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.k8s.client.ClusterClient;

/**
 * What the use cases of apps need of their node. Immutable.
 *
 * @param client its cluster
 * @param runner runs the use cases
 * @param cluster how it is configured
 */
public record WorkloadContext(ClusterClient client, UseCaseRunner runner, ClusterConfig cluster) {
    /**
     * Returns what reads apps, or what is made like them.
     *
     * @param kind which of them
     * @return the reader
     */
    public WorkloadReader reader(WorkloadKind kind) {
        return new WorkloadReader(client, cluster, kind);
    }
}
