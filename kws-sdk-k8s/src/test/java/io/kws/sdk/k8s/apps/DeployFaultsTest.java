package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Secret;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.TinyCluster.Fault;
import io.kws.sdk.operations.UseCaseRunner;
import io.kws.sdk.receipts.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every call of a use case with every fault: it ends well, or in a typed error with a true receipt and nothing left. */
class DeployFaultsTest {
    private static final String QUOTA = """
            {"kind":"Status","status":"Failure","reason":"Forbidden","code":403,
             "message":"pods is forbidden: exceeded quota: small"}""";
    private static final List<Fault> FAULTS = List.of(
            Fault.status(400, "{\"kind\":\"Status\",\"message\":\"bad\"}"),
            Fault.status(401, "{\"kind\":\"Status\",\"message\":\"Unauthorized\"}"),
            Fault.status(403, QUOTA),
            Fault.status(404, "404 page not found"),
            Fault.status(409, "{\"kind\":\"Status\",\"reason\":\"Conflict\"}"),
            Fault.status(429, ""),
            Fault.status(500, "<html>oops</html>"),
            Fault.status(503, ""),
            Fault.status(200, "{\"kind\":"),
            new Fault(0, "", Fault.Loss.REQUEST),
            new Fault(0, "", Fault.Loss.ANSWER),
            new Fault(0, "", Fault.Loss.SILENCE));

    private static AppSpec.Options full() {
        return AppSpec.builder()
                .name("web")
                .image("kws/web:1")
                .port(80)
                .secrets(Map.of("PASSWORD", Secret.of("hunter22")))
                .storage(Storage.of("/data", 1))
                .owner("alice");
    }

    private static AppNode node(TinyCluster cluster) {
        ClusterConfig config = cluster.config().build();
        return new AppNode(
                cluster.gate(), new UseCaseRunner("tiny", cluster.context().threads(), TinyCluster.QUICK), config);
    }

    @Test
    void deploy_everyCallWithEveryFault_leavesNothingUnsaid() {
        AppSpec spec = full().build();
        int calls = count(apps -> apps.deploy(spec));

        List<String> cases = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            for (Fault fault : FAULTS) {
                cases.add(deployWith(call, fault));
            }
        }

        assertThat(cases)
                .hasSize(calls * FAULTS.size())
                .filteredOn(outcome -> !outcome.isEmpty())
                .isEmpty();
        assertThat(calls).isGreaterThan(15);
    }

    private static int count(Consumer<KubernetesApps> useCase) {
        try (TinyCluster cluster = new TinyCluster()) {
            useCase.accept(new KubernetesApps(node(cluster)));
            return cluster.requests().size();
        }
    }

    /** Returns what is wrong with the outcome; empty if nothing is. */
    private static String deployWith(int call, Fault fault) {
        try (TinyCluster cluster = new TinyCluster()) {
            KubernetesApps apps = new KubernetesApps(node(cluster));
            cluster.faults(number -> number == call ? fault : Fault.NONE);
            String where = "call " + call + " with " + fault;
            try {
                apps.deploy(full().build());
                long made = cluster.keys().stream()
                        .filter(key -> key.endsWith("/web"))
                        .count();
                return made == 4 ? "" : where + ": deployed, but " + cluster.keys();
            } catch (KwsException e) {
                return isTrue(cluster, e) ? "" : where + " -> " + e + "\n" + e.receipt() + "\n" + cluster.keys();
            } catch (RuntimeException e) {
                return where + ": " + e;
            }
        }
    }

    private static boolean isTrue(TinyCluster cluster, KwsException e) {
        return cluster.keys().isEmpty() || !e.receipt().isClean();
    }

    @Test
    void redeploy_everyCallWithEveryFault_isDoneOrUndone() {
        AppChange change = AppChange.builder()
                .image("kws/web:2")
                .secrets(Map.of("PASSWORD", Secret.of("hunter33")))
                .build();
        int calls = count(apps -> {
                    apps.deploy(full().build());
                    apps.redeploy("web", change);
                })
                - count(apps -> apps.deploy(full().build()));

        List<String> cases = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            for (Fault fault : FAULTS) {
                cases.add(redeployWith(call, fault, change));
            }
        }

        assertThat(cases)
                .hasSize(calls * FAULTS.size())
                .filteredOn(outcome -> !outcome.isEmpty())
                .isEmpty();
        assertThat(calls).isGreaterThan(6);
    }

    private static String redeployWith(int call, Fault fault, AppChange change) {
        try (TinyCluster cluster = new TinyCluster()) {
            KubernetesApps apps = new KubernetesApps(node(cluster));
            apps.deploy(full().build());
            List<String> before = cluster.keys();
            cluster.faults(number -> number == call ? fault : Fault.NONE);
            String where = "call " + call + " with " + fault;
            boolean done = false;
            String failure = "";
            try {
                done = apps.redeploy("web", change).image().equals("kws/web:2");
            } catch (KwsException e) {
                failure = e + "\n" + e.receipt();
                if (!e.receipt().isClean()) {
                    return "";
                }
            }
            String image = AppJson.container(cluster.object(before.stream()
                            .filter(key -> key.contains("/deployments/"))
                            .findFirst()
                            .orElseThrow()))
                    .path("image")
                    .asText();
            boolean good = done
                    ? image.equals("kws/web:2")
                    : image.equals("kws/web:1") && cluster.keys().equals(before);
            return good ? "" : where + " -> " + failure + "\n" + image + "\n" + cluster.keys();
        }
    }

    @Test
    void delete_everyCallWithEveryFault_tellsWhatIsLeft() {
        int calls = count(apps -> {
                    apps.deploy(full().build());
                    apps.delete("web");
                })
                - count(apps -> apps.deploy(full().build()));

        List<String> cases = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            for (Fault fault : FAULTS) {
                cases.add(deleteWith(call, fault));
            }
        }

        assertThat(cases)
                .hasSize(calls * FAULTS.size())
                .filteredOn(outcome -> !outcome.isEmpty())
                .isEmpty();
        assertThat(calls).isGreaterThan(8);
    }

    private static String deleteWith(int call, Fault fault) {
        try (TinyCluster cluster = new TinyCluster()) {
            KubernetesApps apps = new KubernetesApps(node(cluster));
            AppSpec spec = full().build();
            apps.deploy(spec);
            cluster.faults(number -> number == call ? fault : Fault.NONE);
            boolean failed = false;
            try {
                apps.delete("web");
            } catch (KwsException e) {
                failed = true;
            }
            boolean isLeft = cluster.keys().stream().anyMatch(key -> key.matches(".*/(web|web-[a-z2-7]{12})"));
            cluster.faults(number -> Fault.NONE);
            apps.delete(spec.rentalId().value());
            boolean isLeftStill = cluster.keys().stream().anyMatch(key -> key.matches(".*/(web|web-[a-z2-7]{12})"));
            return (isLeft && !failed) || isLeftStill ? "call " + call + " with " + fault + ": " + cluster.keys() : "";
        }
    }

    @Test
    void deploy_answerToTheCreateIsLost_makesItOnce() {
        try (TinyCluster cluster = new TinyCluster()) {
            KubernetesApps apps = new KubernetesApps(node(cluster));
            boolean[] lost = {false};
            cluster.faults(number -> {
                boolean isCreate = cluster.requests().get(number).startsWith("POST")
                        && cluster.requests().get(number).endsWith("/deployments");
                if (isCreate && !lost[0]) {
                    lost[0] = true;
                    return new Fault(0, "", Fault.Loss.ANSWER);
                }
                return Fault.NONE;
            });

            assertThat(apps.deploy(full().build()).receipt().entries(Outcome.CREATED))
                    .hasSize(6);

            assertThat(lost[0]).isTrue();
            assertThat(cluster.requests().stream()
                            .filter(request -> request.startsWith("POST") && request.endsWith("/deployments")))
                    .hasSize(1);
        }
    }
}
