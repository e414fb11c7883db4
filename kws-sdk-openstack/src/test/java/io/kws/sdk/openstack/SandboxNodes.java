package io.kws.sdk.openstack;

import io.kws.sdk.Kws;
import io.kws.sdk.Secret;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.IdentityRef;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.operations.Pace;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import java.net.URI;
import java.time.Duration;

/** Nodes of the SDK for the sandbox's nodes, impatient enough for tests; their servers are reached through its proxies. */
public final class SandboxNodes {
    /** Pauses of a few milliseconds. */
    public static final Timeouts FAST = Timeouts.builder()
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofSeconds(2))
            .pace(Pace.every(Duration.ofMillis(2)))
            .build();

    private SandboxNodes() {}

    /** Returns all nodes of a sandbox. */
    public static Kws connect(Sandbox sandbox) {
        return connect(sandbox, Kws.builder().timeouts(FAST));
    }

    /** Returns all nodes of a sandbox. */
    public static Kws connect(Sandbox sandbox, Kws.Builder builder) {
        sandbox.nodes().forEach(node -> builder.node(config(node)));
        return builder.build();
    }

    private static NodeConfig config(SandboxNode node) {
        return NodeConfig.builder()
                .name(node.name())
                .openstack(CloudConfig.builder()
                        .authUrl(node.authUrl())
                        .credentials(Credentials.password(
                                IdentityRef.named(node.userName()),
                                Secret.of(node.password()),
                                IdentityRef.named(node.projectName())))
                        .build())
                .serverProxy(
                        URI.create("socks5://127.0.0.1:" + node.socksProxy().getPort()))
                .build();
    }
}
