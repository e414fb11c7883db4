package io.kws.sdk.k8s;

import io.kws.sdk.Kws;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxCluster;
import io.kws.sdk.sandbox.SandboxNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Nodes of the SDK for the clusters of the sandbox's nodes, impatient enough for tests. */
public final class SandboxNodes {
    /** Pauses of a few milliseconds, and little patience. */
    public static final Timeouts FAST = Timeouts.builder()
            .perNode(Duration.ofMinutes(1))
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofSeconds(2))
            .patience(Duration.ofMillis(200))
            .pollInterval(PollInterval.every(Duration.ofMillis(2)))
            .build();

    private SandboxNodes() {}

    /** Returns all nodes of a sandbox, by a user who may do everything. */
    public static Kws connect(Sandbox sandbox) {
        return connect(sandbox, Kws.builder().timeouts(FAST));
    }

    /** Returns all nodes of a sandbox, by a user who may do everything. */
    public static Kws connect(Sandbox sandbox, Kws.Builder builder) {
        for (SandboxNode node : sandbox.nodes()) {
            builder.node(NodeConfig.builder()
                    .name(node.name())
                    .kubernetes(cluster(node.cluster(), node.cluster().token()).build())
                    .build());
        }
        return builder.build();
    }

    /** Begins the configuration of a cluster of the sandbox. */
    public static ClusterConfig.Options cluster(SandboxCluster cluster, String token) {
        try {
            Path file = Files.createTempFile("kws-sandbox", ".kubeconfig");
            file.toFile().deleteOnExit();
            Files.writeString(file, cluster.kubeconfig(token));
            return cluster(file, cluster.ingressPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins the configuration of a cluster of the sandbox, which may be another program's. */
    public static ClusterConfig.Options cluster(Path kubeconfig, int ingressPort) {
        return ClusterConfig.kubeconfig(kubeconfig).baseDomain("localhost").ingressPort(ingressPort);
    }
}
