package io.kws.sdk.sandbox;

import java.nio.file.Path;

/** Writes the file that kws-sdk reads. */
final class KwsYaml {
    private KwsYaml() {}

    static String of(Sandbox sandbox, Path clouds, Path kubeconfig) {
        StringBuilder yaml = new StringBuilder("clouds-file: " + clouds + "\nnodes:\n");
        for (SandboxNode node : sandbox.nodes()) {
            yaml.append("""
                  %1$s:
                    cloud: %1$s
                    server-proxy: "socks5://127.0.0.1:%2$d"
                    kubernetes: {kubeconfig: %3$s, context: %1$s, base-domain: localhost, ingress-port: %4$d}
                """.formatted(
                            node.name(),
                            node.socksProxy().getPort(),
                            kubeconfig,
                            node.cluster().ingressPort()));
        }
        return yaml.toString();
    }
}
