package io.kws.sdk.k8s.sweeps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.internal.nodes.Death;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.trace.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A program of its own JVM, which deploys or opens something and dies on the way. */
final class KilledProgram {
    private static final String NAME = "web-1";
    private static final Duration TERM = Duration.ofDays(1);

    private KilledProgram() {}

    /** Takes the kubeconfig, the port of the Ingresses, the use case, and the number of the last call. */
    public static void main(String[] args) {
        Kws.Builder builder = Kws.builder()
                .timeouts(SandboxNodes.FAST)
                .onCall(Death.after(Integer.parseInt(args[3]), KilledProgram::counts));
        NodeConfig node = NodeConfig.builder()
                .name("k1")
                .kubernetes(SandboxNodes.cluster(Path.of(args[0]), Integer.parseInt(args[1]))
                        .build())
                .build();
        try (Kws kws = builder.node(node).build()) {
            make(args[2], kws.node("k1"));
        }
    }

    /** The parts of a namespace's equipment are all alike. */
    static boolean counts(Call call) {
        return Death.counts(call)
                && (Death.isAfterEachCall()
                        || !call.path().matches(".*/(serviceaccounts|limitranges|networkpolicies|roles|rolebindings)"));
    }

    static void make(String useCase, Node node) {
        if (useCase.equals("deploy")) {
            deploy(node);
        } else {
            open(node);
        }
    }

    /** Makes what the use case needs to be there. */
    static void prepare(String useCase, Node node) {
        if (useCase.equals("open again")) {
            open(node);
            var unused = node.ides().close(NAME);
        }
    }

    private static void deploy(Node node) {
        var unused = node.apps()
                .deploy(AppSpec.builder()
                        .name(NAME)
                        .image("kws/web:1")
                        .port(8080)
                        .secrets(Map.of("PASSWORD", Secret.of("correct horse")))
                        .storage(Storage.of("/data", 1))
                        .owner("alice")
                        .term(TERM)
                        .build());
    }

    private static void open(Node node) {
        var unused = node.ides().open(IdeSpec.builder().name(NAME).term(TERM).build());
    }
}
