package io.kws.sdk.openstack;

import io.kws.sdk.Kws;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.IdentityRef;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.trace.CallListener;
import java.net.URI;
import java.time.Duration;

/** Nodes of the SDK for the sandbox's nodes, impatient enough for tests; their servers are reached through its proxies. */
public final class SandboxNodes {
    /** Pauses of a few milliseconds. */
    public static final Timeouts FAST = Timeouts.builder()
            .perNode(Duration.ofMinutes(1))
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofSeconds(2))
            .pollInterval(PollInterval.every(Duration.ofMillis(2)))
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
        return config(node.name(), node.authUrl(), node.socksProxy().getPort());
    }

    /** Returns a node of a sandbox that may run in another program. */
    public static NodeConfig config(String name, URI authUrl, int proxyPort) {
        return NodeConfig.builder()
                .name(name)
                .openstack(cloud(authUrl))
                .serverProxy(URI.create("socks5://127.0.0.1:" + proxyPort))
                .build();
    }

    private static CloudConfig cloud(URI authUrl) {
        return CloudConfig.builder()
                .authUrl(authUrl)
                .credentials(
                        Credentials.password(IdentityRef.named("demo"), Secret.of("demo"), IdentityRef.named("demo")))
                .build();
    }

    /** Returns the client of a node of a sandbox. */
    public static OpenStackClient client(SandboxNode node, Threads threads) {
        return new OpenStackClient(
                config(node), cloud(node.authUrl()), new DriverContext(threads, FAST, CallListener.NONE));
    }
}
