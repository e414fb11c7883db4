package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.driver.steps.Reports;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.workloads.Deployment;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an app's Secret when the app changes. */
class RevisedSecretTest {
    private static final String DEPLOYMENT = "/apis/apps/v1/default/deployments/web";
    private static final String OLD_POD = "/api/v1/default/pods/old";
    private static final RentalId RENTAL = RentalId.random();

    private final TinyCluster cluster = new TinyCluster();
    private final KubernetesApps apps = cluster.apps();

    private static AppSpec.Options web() {
        return AppSpec.builder()
                .name("web")
                .image("kws/web:1")
                .port(80)
                .secrets(Map.of("PASSWORD", Secret.of("hunter22")))
                .rentalId(RENTAL);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private String secret() {
        return "/api/v1/default/secrets/" + new Deployment(new KubeObject(cluster.object(DEPLOYMENT))).secretName();
    }

    @Test
    void redeploy_cancelledWhileReplicasThatServedBeforeAreEnding_goesBackToTheFormerSecret() {
        apps.deploy(web().build());
        String former = secret();
        cluster.put(OLD_POD, TinyCluster.json("""
                {"metadata":{"name":"old","namespace":"default","uid":"old","deletionTimestamp":"2026-01-01T00:00:00Z",
                 "labels":{"kws.rental":"%s"}}}""".formatted(RENTAL)));
        AppChange change = AppChange.builder()
                .secrets(Map.of("PASSWORD", Secret.of("hunter33")))
                .build();
        Operation<App> operation = apps.redeployAsync("web", change);
        Reports.await(operation, progress -> progress.detail().contains("ending"));

        operation.cancel();

        assertThatThrownBy(operation::await).isInstanceOf(CancelledException.class);
        assertThat(secret()).isEqualTo(former);
        assertThat(cluster.keys()).contains(former);
    }

    @Test
    void redeploy_otherSecretValues_leavesTheNewSecretOnly() {
        apps.deploy(web().build());
        String former = secret();

        apps.redeploy(
                "web",
                AppChange.builder()
                        .secrets(Map.of("PASSWORD", Secret.of("hunter33")))
                        .build());

        assertThat(cluster.keys()).contains(secret()).doesNotContain(former);
    }

    @Test
    void redeploy_secretDeletedByAnotherHand_isNamedNoMore() {
        apps.deploy(web().build());
        cluster.remove(secret());

        apps.redeploy(
                "web", AppChange.builder().removedVariables(List.of("PASSWORD")).build());

        assertThat(new Deployment(new KubeObject(cluster.object(DEPLOYMENT))).secretName())
                .isEmpty();
        assertThat(apps.get("web").status()).isEqualTo(AppStatus.AVAILABLE);
    }
}
