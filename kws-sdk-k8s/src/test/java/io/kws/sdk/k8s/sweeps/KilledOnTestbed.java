package io.kws.sdk.k8s.sweeps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.PodResources;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.internal.nodes.Death;
import io.kws.sdk.k8s.Testbed;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.Map;

/** A program of its own JVM, which deploys or opens something on the testbed and dies on the way. */
final class KilledOnTestbed {
    static final Duration TERM = Duration.ofHours(1);

    private KilledOnTestbed() {}

    /** Takes the use case, the number of the last call, the ID of the rental, and a storage class of one volume. */
    public static void main(String[] args) {
        RentalId rental = new RentalId(args[2]);
        Kws.Builder builder = Kws.builder().onCall(Death.after(Integer.parseInt(args[1]), KilledProgram::counts));
        try (Kws kws = Testbed.connect(builder)) {
            if (args[0].equals("deploy")) {
                deploy(kws.node("k1"), rental);
            } else {
                open(kws.node("k1"), rental, args[3]);
            }
        }
    }

    private static void deploy(Node node, RentalId rental) {
        var unused = node.apps()
                .deploy(AppSpec.builder()
                        .name("web")
                        .image("kws/web:1")
                        .port(8080)
                        .secrets(Map.of("PASSWORD", Secret.of("correct horse")))
                        .rentalId(rental)
                        .owner("killed-" + rental)
                        .term(TERM)
                        .build());
    }

    private static void open(Node node, RentalId rental, String storageClass) {
        var unused = node.ides()
                .open(IdeSpec.builder()
                        .name("lab")
                        .image("kws/code-server:1")
                        .resources(PodResources.builder()
                                .cpuRequestMillis(20)
                                .memoryRequestMib(16)
                                .build())
                        .workspaceGib(1)
                        .workspaceClass(storageClass)
                        .rentalId(rental)
                        .owner("killed-" + rental)
                        .term(TERM)
                        .build());
    }
}
