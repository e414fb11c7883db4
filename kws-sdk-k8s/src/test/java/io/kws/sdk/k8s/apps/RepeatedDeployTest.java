package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.apps.PodResources;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.workloads.Deployment;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request made twice: one after the other, or both at once. */
class RepeatedDeployTest {
    private static final String DEPLOYMENT = "/apis/apps/v1/default/deployments/web";
    private static final RentalId RENTAL = RentalId.random();

    private final TinyCluster cluster = new TinyCluster();
    private final KubernetesApps apps = cluster.apps();

    private static AppSpec.Options web() {
        return AppSpec.builder()
                .name("web")
                .image("kws/web:1")
                .port(80)
                .environment(Map.of("A", "1", "B", "2", "C", "3"))
                .secrets(Map.of("PASSWORD", Secret.of("hunter22")))
                .storage(Storage.of("/data", 1))
                .term(Duration.ofDays(1))
                .rentalId(RENTAL);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private List<String> keysOf(String kind) {
        return cluster.keys().stream()
                .filter(key -> key.contains("/" + kind + "/"))
                .toList();
    }

    @Test
    void deploy_sameRequestAgain_returnsWhatIsThere() {
        AppRental first = apps.deploy(web().build());
        List<String> made = cluster.keys();

        Map<String, String> otherOrder = new TreeMap<>(Comparator.reverseOrder());
        otherOrder.putAll(web().build().environment());
        AppRental second = apps.deploy(web().environment(otherOrder).build());

        assertThat(second.app()).isEqualTo(first.app());
        assertThat(second.rental()).isEqualTo(first.rental());
        assertThat(cluster.keys()).isEqualTo(made);
        assertThat(second.receipt().entries()).hasSize(1);
        assertThat(second.receipt().entries(Outcome.REUSED)).hasSize(1);
    }

    @Test
    void deploy_sameRentalAsksForSomethingElse_isAConflictThatSaysSo() {
        apps.deploy(web().build());

        for (AppSpec.Options other : List.of(
                web().command(List.of("/bin/other")),
                web().replicas(1)
                        .resources(PodResources.builder().cpuLimitMillis(100).build()),
                web().host("web.example.org"),
                web().storage(Storage.of("/data", 2)),
                web().term(Duration.ofDays(2)),
                web().secrets(Map.of("PASSWORD", Secret.of("hunter33"))))) {
            assertThatThrownBy(() -> apps.deploy(other.build()))
                    .isInstanceOf(AlreadyRentedException.class)
                    .hasMessageContaining("with other settings");
        }
        assertThat(apps.get("web").status()).isEqualTo(AppStatus.AVAILABLE);
    }

    @Test
    void deploy_sameNameOfAnotherRental_isAConflictThatNamesIt() {
        apps.deploy(web().build());

        assertThatThrownBy(() -> apps.deploy(web().rentalId(RentalId.random()).build()))
                .isInstanceOf(AlreadyRentedException.class)
                .hasMessageContaining("(rental " + RENTAL + ")");
    }

    @Test
    void deploy_sameRequestWhileTheFirstIsBeingDeleted_isAConflict() {
        apps.deploy(web().build());
        var deployment = cluster.object(DEPLOYMENT);
        deployment.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
        cluster.put(DEPLOYMENT, deployment);

        assertThatThrownBy(() -> apps.deploy(web().build()))
                .isInstanceOf(AlreadyRentedException.class)
                .hasMessageContaining("being deleted");
    }

    @Test
    void deploy_sameRequestAtOnce_makesOneAndNothingBeside() {
        for (int round = 0; round < 5; round++) {
            List<Operation<AppRental>> operations = IntStream.range(0, 4)
                    .mapToObj(number -> apps.deployAsync(web().build()))
                    .toList();

            List<AppRental> rentals = operations.stream().map(Operation::await).toList();

            assertThat(rentals).extracting(AppRental::app).containsOnly(apps.get("web"));
            assertThat(rentals)
                    .extracting(AppRental::rental)
                    .containsOnly(rentals.get(0).rental());
            assertThat(cluster.keys()).hasSize(5);
            assertThat(keysOf("secrets")).hasSize(1);
            assertThat(new Deployment(new KubeObject(cluster.object(DEPLOYMENT))).secretName())
                    .isEqualTo(keysOf("secrets").get(0).replaceAll(".*/", ""));
            apps.delete("web");
            assertThat(cluster.keys()).isEmpty();
        }
    }

    @Test
    void deploy_secondOfTheSameRequestIsCancelled_leavesTheFirstAlone() throws InterruptedException {
        cluster.controller(deployment -> {});
        Operation<AppRental> first = startedUntilItWaits();
        List<String> made = cluster.keys();
        Operation<AppRental> second = startedUntilItWaits();

        second.cancel();
        assertThatThrownBy(second::await).isInstanceOf(CancelledException.class);

        assertThat(cluster.keys()).containsAll(made);
        bringUp();
        assertThat(first.await().app().status()).isEqualTo(AppStatus.AVAILABLE);
    }

    @Test
    void deploy_firstOfTheSameRequestIsCancelled_failsTheSecondAndLeavesNothing() throws InterruptedException {
        cluster.controller(deployment -> {});
        Operation<AppRental> first = startedUntilItWaits();
        Operation<AppRental> second = startedUntilItWaits();

        first.cancel();
        assertThatThrownBy(first::await).isInstanceOf(CancelledException.class);

        assertThatThrownBy(second::await)
                .isInstanceOf(KwsException.class)
                .hasMessageContaining("was deleted meanwhile");
        assertThat(cluster.keys()).isEmpty();
    }

    private Operation<AppRental> startedUntilItWaits() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        Operation<AppRental> operation = apps.deployAsync(web().build()).onProgress(progress -> {
            if (progress.detail().contains("0 of 1")) {
                waits.countDown();
            }
        });
        assertThat(waits.await(20, TimeUnit.SECONDS)).isTrue();
        return operation;
    }

    private void bringUp() {
        var deployment = cluster.object(DEPLOYMENT);
        TinyCluster.bringUp(deployment);
        cluster.put(DEPLOYMENT, deployment);
    }

    @Test
    void deploy_otherRunHasTheStorageOnly_waitsForItsDeployment() throws InterruptedException {
        AppSpec spec = web().build();
        cluster.put("/api/v1/default/persistentvolumeclaims/web", TinyCluster.json("""
                {"metadata":{"name":"web","namespace":"default","uid":"u","labels":{"kws.rental":"%s"},
                 "annotations":{"kws.run":"other"}}}""".formatted(RENTAL)));
        CountDownLatch waits = new CountDownLatch(1);
        Operation<AppRental> operation = apps.deployAsync(spec).onProgress(progress -> {
            if (progress.detail().contains("another call")) {
                waits.countDown();
            }
        });
        assertThat(waits.await(20, TimeUnit.SECONDS)).isTrue();

        cluster.remove("/api/v1/default/persistentvolumeclaims/web");

        assertThatThrownBy(operation::await)
                .isInstanceOf(AlreadyRentedException.class)
                .hasMessageContaining("was first, but failed");
        assertThat(cluster.keys()).isEmpty();
    }

    @Test
    void plan_freeName_saysWhereAndMakesNothing() {
        Plan plan = apps.plan(web().build());

        assertThat(plan.isFeasible()).as(plan.toString()).isTrue();
        assertThat(plan.found()).first().asString().contains("namespace default", "apps.localhost");
        assertThat(plan.steps()).contains("create deployment", "create storage");
        assertThat(cluster.keys()).isEmpty();
    }

    @Test
    void plan_severalObstacles_namesThemAll() {
        apps.deploy(web().build());

        Plan plan =
                apps.plan(web().rentalId(RentalId.random()).tlsSecret("absent").build());

        assertThat(plan.problems()).hasSize(3);
        assertThat(plan.toString()).contains("an app (rental", "absent", "PersistentVolumeClaim");
    }
}
