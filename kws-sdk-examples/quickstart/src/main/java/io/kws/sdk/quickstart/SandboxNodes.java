package io.kws.sdk.quickstart;

import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.IdentityRef;
import io.kws.sdk.config.KwsConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxCluster;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.secrets.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** An embedded sandbox with two nodes, and their configuration. */
final class SandboxNodes implements AutoCloseable {
    private static final Duration BOOT_TIME = Duration.ofSeconds(2);

    private final Sandbox sandbox;

    private SandboxNodes(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static SandboxNodes start() {
        Sandbox sandbox = Sandbox.start("kws1", "kws2");
        sandbox.nodes().forEach(node -> node.bootTime(BOOT_TIME));
        return new SandboxNodes(sandbox);
    }

    KwsConfig config() {
        return KwsConfig.of(sandbox.nodes().stream().map(SandboxNodes::config).toList());
    }

    String describe() {
        return sandbox.nodes().stream()
                .map(node -> node.name() + " at " + node.authUrl())
                .collect(Collectors.joining(", "));
    }

    private static NodeConfig config(SandboxNode node) {
        InetSocketAddress proxy = node.socksProxy();
        return NodeConfig.builder()
                .name(node.name())
                .openstack(CloudConfig.builder()
                        .authUrl(node.authUrl())
                        .credentials(Credentials.password(
                                IdentityRef.named(node.userName()),
                                Secret.of(node.password()),
                                IdentityRef.named(node.projectName())))
                        .build())
                .kubernetes(cluster(node.cluster()))
                .serverProxy(URI.create("socks5://" + proxy.getHostString() + ":" + proxy.getPort()))
                .build();
    }

    /** Writes a kubeconfig, because that is how users connect. */
    private static ClusterConfig cluster(SandboxCluster cluster) {
        try {
            Path file = Files.createTempFile("kws-demo", ".kubeconfig");
            file.toFile().deleteOnExit();
            Files.writeString(file, cluster.kubeconfig());
            return ClusterConfig.kubeconfig(file)
                    .baseDomain("localhost")
                    .ingressPort(cluster.ingressPort())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
