package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.TinyCluster.Fault;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.workloads.Deployment;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
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

    private static final String PARTS = ".*/(web|web-[a-z2-7]{12})";

    private final TinyCluster cluster = new TinyCluster();
    private final KubernetesApps patient = apps(Duration.ofSeconds(30));
    private final KubernetesApps hasty = apps(Duration.ofMillis(250));
    private final KubernetesApps calmer = apps(Duration.ofSeconds(5));
    private KubernetesApps apps = patient;

    private KubernetesApps apps(Duration attempt) {
        return new KubernetesApps(new ClusterContext(
                cluster.client(attempt),
                new UseCaseRunner("tiny", cluster.context().threads(), TinyCluster.QUICK),
                cluster.config().build()));
    }

    private static AppSpec.Options full() {
        return AppSpec.builder()
                .name("web")
                .image("kws/web:1")
                .port(80)
                .secrets(Map.of("PASSWORD", Secret.of("hunter22")))
                .storage(Storage.of("/data", 1))
                .owner("alice");
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    /** One use case with one fault. */
    private interface Trial {
        /** Returns what is wrong with the outcome; empty if nothing is. */
        String with(Runnable fault);
    }

    /** Tries each call of a use case with each fault; returns what is wrong. */
    private List<String> tryAll(Runnable before, Runnable useCase, Trial trial) {
        before.run();
        cluster.faults(number -> Fault.NONE);
        useCase.run();
        int calls = cluster.requests().size();
        assertThat(calls).isGreaterThan(8);
        List<String> wrong = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            for (Fault fault : FAULTS) {
                int faulty = call;
                String outcome = outcome(before, number -> number == faulty ? fault : Fault.NONE, trial, fault.loss());
                if (!outcome.isEmpty()) {
                    wrong.add("call " + call + " with " + fault + ": " + outcome + "\n" + cluster.keys());
                }
            }
        }
        return wrong;
    }

    /** Attempts that have to run into their end are short, but what looks wrong may be for want of time. */
    private String outcome(Runnable before, IntFunction<Fault> faults, Trial trial, Fault.Loss loss) {
        if (loss != Fault.Loss.SILENCE) {
            return outcome(before, faults, trial, patient);
        }
        String outcome = outcome(before, faults, trial, hasty);
        return outcome.isEmpty() ? outcome : outcome(before, faults, trial, calmer);
    }

    private String outcome(Runnable before, IntFunction<Fault> faults, Trial trial, KubernetesApps client) {
        cluster.reset();
        apps = patient;
        before.run();
        apps = client;
        return trial.with(() -> cluster.faults(faults));
    }

    private void deploy() {
        apps.deploy(full().build());
    }

    @Test
    void deploy_everyCallWithEveryFault_leavesNothingUnsaid() {
        assertThat(tryAll(() -> {}, this::deploy, this::deployWith)).isEmpty();
    }

    private String deployWith(Runnable fault) {
        fault.run();
        try {
            deploy();
            long parts =
                    cluster.keys().stream().filter(key -> key.matches(PARTS)).count();
            return parts == 5 ? "" : "deployed, but there are " + parts;
        } catch (KwsException e) {
            return cluster.keys().isEmpty() || !e.receipt().isClean() ? "" : e + "\n" + e.receipt();
        }
    }

    @Test
    void redeploy_everyCallWithEveryFault_isDoneOrUndone() {
        assertThat(tryAll(this::deploy, this::redeploy, this::redeployWith)).isEmpty();
    }

    private App redeploy() {
        return apps.redeploy(
                "web",
                AppChange.builder()
                        .image("kws/web:2")
                        .secrets(Map.of("PASSWORD", Secret.of("hunter33")))
                        .build());
    }

    private String redeployWith(Runnable fault) {
        List<String> before = cluster.keys();
        fault.run();
        try {
            return redeploy().image().equals("kws/web:2") && image().equals("kws/web:2") ? "" : "done, but " + image();
        } catch (KwsException e) {
            boolean isUndone = image().equals("kws/web:1") && cluster.keys().equals(before);
            return isUndone || !e.receipt().isClean() ? "" : e + "\n" + e.receipt() + image();
        }
    }

    private String image() {
        String key = cluster.keys().stream()
                .filter(found -> found.contains("/deployments/"))
                .findFirst()
                .orElseThrow();
        return new Deployment(new KubeObject(cluster.object(key))).image();
    }

    @Test
    void delete_everyCallWithEveryFault_tellsWhatIsLeft() {
        assertThat(tryAll(this::deploy, () -> apps.delete("web"), this::deleteWith))
                .isEmpty();
    }

    private String deleteWith(Runnable fault) {
        String rental = apps.get("web").rental().orElseThrow().id().value();
        fault.run();
        try {
            apps.delete("web");
            return isLeft() ? "something is left unsaid" : "";
        } catch (KwsException e) {
            cluster.faults(number -> Fault.NONE);
            apps.delete(rental);
            return isLeft() ? "a second delete leaves something" : "";
        }
    }

    private boolean isLeft() {
        return cluster.keys().stream().anyMatch(key -> key.matches(PARTS));
    }

    @Test
    void deploy_answerToTheCreateIsLost_makesItOnce() {
        boolean[] lost = {false};
        cluster.faults(number -> {
            boolean isLost = !lost[0] && isCreate(cluster.requests().get(number));
            lost[0] |= isLost;
            return isLost ? new Fault(0, "", Fault.Loss.ANSWER) : Fault.NONE;
        });

        assertThat(apps.deploy(full().build()).receipt().entries(Outcome.CREATED))
                .hasSize(6);

        assertThat(lost[0]).isTrue();
        assertThat(cluster.requests()).filteredOn(DeployFaultsTest::isCreate).hasSize(1);
    }

    private static boolean isCreate(String request) {
        return request.startsWith("POST") && request.endsWith("/deployments");
    }
}
