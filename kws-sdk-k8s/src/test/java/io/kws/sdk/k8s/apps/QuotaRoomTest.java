package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.config.OwnerLimits;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.plans.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plan makes of quotas. */
class QuotaRoomTest {
    private static final String QUOTA = "/api/v1/" + OwnerNamespace.name("alice") + "/resourcequotas/kws-owner";

    private final TinyCluster cluster = new TinyCluster();
    private final KubernetesApps apps = new KubernetesApps(new ClusterContext(
            cluster.client(),
            new UseCaseRunner("tiny", cluster.context().threads(), TinyCluster.QUICK),
            cluster.config().ownerLimits(new OwnerLimits(10, 4_000, 8_192, 5)).build()));

    private static AppSpec.Options web(String name) {
        return AppSpec.builder().name(name).image("kws/web:1").port(80).owner("alice");
    }

    private Plan plan(int storageGib) {
        return apps.plan(web("second").storage(Storage.of("/data", storageGib)).build());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void plan_moreStorageThanANewOwnerWillGet_isAQuota() {
        assertThat(plan(6).problems()).hasExactlyElementsOfTypes(QuotaExceededException.class);
        assertThat(plan(5).isFeasible()).isTrue();
    }

    @Test
    void plan_storageThatOthersUse_countsAsTaken() {
        apps.deploy(web("first").build());
        cluster.put(QUOTA, TinyCluster.json("""
                {"metadata":{"name":"kws-owner"},"spec":{},
                 "status":{"hard":{"requests.storage":"5Gi"},"used":{"requests.storage":"3Gi"}}}"""));

        assertThat(plan(3).problems()).hasExactlyElementsOfTypes(QuotaExceededException.class);
        assertThat(plan(2).isFeasible()).isTrue();
        assertThat(apps.plan(web("third").build()).isFeasible()).isTrue();
    }

    @Test
    void plan_quotaTakenAwayByAnotherHand_isBoundByNone() {
        apps.deploy(web("first").build());
        cluster.remove(QUOTA);

        assertThat(plan(6).isFeasible()).isTrue();
    }
}
