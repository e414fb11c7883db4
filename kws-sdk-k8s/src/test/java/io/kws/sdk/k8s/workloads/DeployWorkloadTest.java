package io.kws.sdk.k8s.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.driver.steps.MoreTime;
import io.kws.sdk.driver.steps.Reports;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.apps.KubernetesApps;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.trace.Call;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeployWorkloadTest {
    private static final String DEPLOYMENT = "/apis/apps/v1/default/deployments/web";

    private final TinyCluster cluster = new TinyCluster();
    private final KubernetesApps apps = apps(cluster.config());

    private KubernetesApps apps(ClusterConfig.Options config) {
        return new KubernetesApps(new ClusterContext(
                cluster.client(config),
                new UseCaseRunner("tiny", cluster.context().threads(), TinyCluster.QUICK),
                config.build()));
    }

    private static AppSpec.Options web() {
        return AppSpec.builder().name("web").image("kws/web:1").port(80);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void deploy_fieldsThatNobodyKnows_areNoHindrance() {
        AppRental rental = apps.deploy(web().build());

        assertThat(rental.app().status()).isEqualTo(AppStatus.AVAILABLE);
        assertThat(apps.get("web")).isEqualTo(rental.app());
        assertThat(apps.list(AppQuery.all())).containsExactly(rental.app());
    }

    @Test
    void deploy_ofTheLeast_takesNineCallsAndTwoWatchesAndTheVersionOnceForANode() {
        apps.deploy(web().build());

        assertThat(cluster.requests())
                .filteredOn(request -> !request.endsWith("/version"))
                .hasSizeLessThanOrEqualTo(9);
        assertThat(cluster.calls())
                .filteredOn(call -> call.path().contains("watch=true"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void deploy_secrets_areInNoCallThatIsToldOf() {
        apps.deploy(web().secrets(Map.of("PASSWORD", Secret.of("hunter22"))).build());

        assertThat(cluster.calls()).extracting(Call::path).noneMatch(path -> path.contains("hunter22"));
        assertThat(cluster.object(DEPLOYMENT).toString()).doesNotContain("hunter22");
    }

    @Test
    void deploy_hostTakenByAnother_makesNothing() {
        cluster.put("/apis/networking.k8s.io/v1/other/ingresses/theirs", TinyCluster.json("""
                {"metadata":{"name":"theirs","namespace":"other"},
                 "spec":{"rules":[{"host":"web.example.org"}]}}"""));

        assertThatThrownBy(() -> apps.deploy(web().host("web.example.org").build()))
                .isExactlyInstanceOf(ConflictException.class)
                .hasMessageContaining("other/theirs");
        assertThat(cluster.keys()).hasSize(1);
    }

    @Test
    void deploy_classesWithoutTheOneMeant_suggestsWhatThereIs() {
        cluster.put(
                "/apis/networking.k8s.io/v1//ingressclasses/nginx",
                TinyCluster.json("{\"metadata\":{\"name\":\"nginx\"}}"));

        assertThatThrownBy(() -> apps.deploy(web().build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContainingAll("no default ingress class", "nginx");
        assertThatThrownBy(() -> apps(cluster.config().ingressClass("ngimx")).deploy(web().build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"nginx\"?");
        assertThat(cluster.keys()).isEmpty();
    }

    @Test
    void deploy_watchesCutAndHistoryLost_stillHearsOfTheEnd() {
        cluster.controller(deployment -> {});
        Operation<AppRental> operation = apps.deployAsync(web().build());
        Reports.await(operation, progress -> progress.detail().contains("0 of 1"));

        cluster.cutWatches();
        cluster.forgetHistory();
        cluster.cutWatches();
        ObjectNode deployment = cluster.object(DEPLOYMENT);
        TinyCluster.bringUp(deployment);
        cluster.put(DEPLOYMENT, deployment);

        assertThat(operation.await().app().status()).isEqualTo(AppStatus.AVAILABLE);
    }

    @Test
    void deploy_notAvailableInTime_saysHowFarItCame() {
        cluster.controller(deployment -> {});

        MoreTime.untilItHolds(allowed -> assertThatThrownBy(
                        () -> apps.deploy(web().readyWithin(allowed).build()))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageContaining("0 of 1 replicas available"));
        assertThat(cluster.keys()).isEmpty();
    }

    @Test
    void deploy_urlToWaitForWithoutAHost_isInvalidBeforeAnyCall() {
        KubernetesApps hostless = apps(ClusterConfig.server(URI.create(cluster.url())));

        assertThatThrownBy(() ->
                        hostless.deploy(web().readyWhen(AppReadiness.url()).build()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(cluster.requests()).isEmpty();
    }

    @Test
    void get_appWhosePodsAreRefused_isFailedAndSaysWhy() {
        apps.deploy(web().build());
        ObjectNode deployment = cluster.object(DEPLOYMENT);
        deployment.set("status", TinyCluster.json("""
                {"observedGeneration":9,"conditions":[
                 {"type":"ReplicaFailure","status":"True","message":"exceeded quota: small"}]}"""));
        cluster.put(DEPLOYMENT, deployment);

        App app = apps.get("web");

        assertThat(app.status()).isEqualTo(AppStatus.FAILED);
        assertThat(app.reason().orElseThrow()).contains("exceeded quota: small");
    }

    @Test
    void deploy_quotaAtTheCreateCall_isTyped() {
        cluster.faults(number -> cluster.requests().get(number).startsWith("POST")
                ? TinyCluster.Fault.status(403, "{\"message\":\"exceeded quota: small\"}")
                : TinyCluster.Fault.NONE);

        assertThatThrownBy(() -> apps.deploy(web().build())).isInstanceOf(QuotaExceededException.class);
    }
}
