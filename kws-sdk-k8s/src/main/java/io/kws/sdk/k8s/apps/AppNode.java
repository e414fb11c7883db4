package io.kws.sdk.k8s.apps;

import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.k8s.transport.Gate;
import io.kws.sdk.operations.UseCaseRunner;

/**
 * What the use cases of apps need of their node. Immutable.
 *
 * @param gate its cluster
 * @param runner runs the use cases
 * @param cluster how it is configured
 */
public record AppNode(Gate gate, UseCaseRunner runner, ClusterConfig cluster) {
    AppReader reader() {
        return new AppReader(gate, cluster);
    }
}
