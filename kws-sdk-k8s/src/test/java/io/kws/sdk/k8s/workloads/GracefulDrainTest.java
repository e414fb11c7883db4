package io.kws.sdk.k8s.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.apps.KubernetesApps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GracefulDrainTest {
    private static final String DEPLOYMENT = "/apis/apps/v1/default/deployments/web";

    private final TinyCluster cluster = new TinyCluster();
    private final KubernetesApps apps = cluster.apps();

    private static AppSpec.Options web() {
        return AppSpec.builder().name("web").image("kws/web:1").port(80);
    }

    private JsonNode pod() {
        return cluster.object(DEPLOYMENT).at("/spec/template/spec");
    }

    private JsonNode hook() {
        return pod().at("/containers/0/lifecycle/preStop");
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "20  | {\"exec\":{\"command\":[\"sleep\",\"5\"]}}",
                "32  | {\"exec\":{\"command\":[\"sleep\",\"5\"]}}",
                "33  | {\"sleep\":{\"seconds\":5}}",
                "34+ | {\"sleep\":{\"seconds\":5}}",
                "new | {\"exec\":{\"command\":[\"sleep\",\"5\"]}}"
            })
    void deploy_clusterOfAVersion_letsReplicasServeOnInTheWayItKnows(String minor, String hook) {
        cluster.minorVersion(minor);

        apps.deploy(web().build());

        assertThat(hook()).hasToString(hook);
        assertThat(pod().path("terminationGracePeriodSeconds").asInt()).isEqualTo(35);
    }

    @Test
    void deploy_clusterThatDoesNotTellItsVersion_isNoHindrance() {
        cluster.faults(number -> cluster.requests().get(number).endsWith("/version")
                ? TinyCluster.Fault.status(403, "{}")
                : TinyCluster.Fault.NONE);

        assertThat(apps.deploy(web().build()).app().status()).isEqualTo(AppStatus.AVAILABLE);
        assertThat(hook().has("exec")).isTrue();
    }

    @Test
    void deploy_versionKnown_isNotAskedForAgain() {
        apps.deploy(web().build());
        apps.restart("web");

        assertThat(cluster.requests())
                .filteredOn(request -> request.endsWith("/version"))
                .hasSize(1);
    }

    @Test
    void deploy_storage_isFreeAtOnce() {
        apps.deploy(web().storage(Storage.of("/data", 1)).build());

        assertThat(pod().toString()).doesNotContain("preStop", "terminationGracePeriodSeconds");
    }

    @Test
    void restart_hookOfAnotherHand_stays() {
        apps.deploy(web().build());
        ObjectNode deployment = cluster.object(DEPLOYMENT);
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0"))
                .set("lifecycle", TinyCluster.json("{\"preStop\":{\"httpGet\":{\"path\":\"/bye\"}}}"));
        cluster.put(DEPLOYMENT, deployment);

        apps.restart("web");

        assertThat(hook().has("exec")).isFalse();
        assertThat(hook().at("/httpGet/path").asText()).isEqualTo("/bye");
        assertThat(pod().path("terminationGracePeriodSeconds").asInt()).isEqualTo(35);
    }

    @Test
    void restart_appOfAFormerVersionOfTheSdk_servesOnFromThenOn() {
        apps.deploy(web().build());
        ObjectNode deployment = cluster.object(DEPLOYMENT);
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).remove("lifecycle");
        ((ObjectNode) deployment.at("/spec/template/spec")).put("terminationGracePeriodSeconds", 60);
        cluster.put(DEPLOYMENT, deployment);

        apps.restart("web");

        assertThat(hook().has("exec")).isTrue();
        assertThat(pod().path("terminationGracePeriodSeconds").asInt()).isEqualTo(65);
    }
}
