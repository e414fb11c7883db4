package io.kws.sdk.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the file that every Kubernetes client reads. */
final class Kubeconfig {
    private Kubeconfig() {}

    static String of(List<SandboxNode> nodes) {
        List<SandboxCluster> clusters = nodes.stream().map(SandboxNode::cluster).toList();
        return of(clusters, SandboxCluster::token);
    }

    static String of(SandboxCluster cluster, String token) {
        return of(List.of(cluster), any -> token);
    }

    private static String of(List<SandboxCluster> clusters, Function<SandboxCluster, String> tokens) {
        return "apiVersion: v1\nkind: Config\nclusters:\n"
                + each(
                        clusters,
                        cluster -> "{name: %s, cluster: {server: \"%s\", certificate-authority-data: %s}}"
                                .formatted(cluster.name(), cluster.server(), authority(cluster)))
                + "users:\n"
                + each(
                        clusters,
                        cluster -> "{name: %s, user: {token: \"%s\"}}".formatted(cluster.name(), tokens.apply(cluster)))
                + "contexts:\n"
                + each(
                        clusters,
                        cluster -> "{name: %1$s, context: {cluster: %1$s, user: %1$s}}".formatted(cluster.name()))
                + "current-context: " + clusters.get(0).name() + "\n";
    }

    private static String each(List<SandboxCluster> clusters, Function<SandboxCluster, String> entry) {
        return clusters.stream()
                .map(cluster -> "- " + entry.apply(cluster) + "\n")
                .collect(Collectors.joining());
    }

    private static String authority(SandboxCluster cluster) {
        return Base64.getEncoder().encodeToString(cluster.certificate().getBytes(StandardCharsets.UTF_8));
    }
}
