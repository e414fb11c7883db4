package io.kws.sdk.k8s.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.openapi.JSON;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.PodResources;
import io.kws.sdk.apps.PodSecurity;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.ides.CodeServer;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.storage.NewStorage;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadManifestsTest {
    private static final ClusterConfig CLUSTER = ClusterConfig.server(URI.create("http://k8s"))
            .baseDomain("apps.example.org")
            .namespace("lab")
            .build();

    private static AppSpec.Options web() {
        return AppSpec.builder().name("web").image("nginx:1.27").port(80);
    }

    private static WorkloadManifests models(AppSpec spec) {
        Rental rental = Rental.of(spec, Instant.EPOCH);
        return new WorkloadManifests(Workload.app(spec), rental, WorkloadLocation.of(spec, CLUSTER, () -> ""), "rev1");
    }

    private static ObjectNode json(Object model) {
        return TinyCluster.json(JSON.serialize(model));
    }

    private static JsonNode container(AppSpec.Options options) {
        return new Deployment(new KubeObject(json(models(options.build()).deployment()))).container();
    }

    @Test
    void deployment_ofTheLeast_asksForNothingMore() {
        JsonNode deployment = json(models(web().build()).deployment());
        JsonNode container = new Deployment(new KubeObject(deployment)).container();

        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(9))
                .isZero();
        assertThat(deployment
                        .at("/spec/template/spec/automountServiceAccountToken")
                        .asBoolean(true))
                .isFalse();
        assertThat(deployment.at("/spec/selector/matchLabels/kws.rental").asText())
                .isEqualTo(deployment.at("/metadata/labels/kws.rental").asText());
        assertThat(container.path("readinessProbe").has("tcpSocket")).isTrue();
        assertThat(container.at("/resources/requests/cpu").asText()).isEqualTo("50m");
        assertThat(container.path("command")).isEmpty();
        assertThat(container.path("envFrom")).isEmpty();
    }

    @Test
    void deployment_textsWithDollars_arriveAsTheyAre() {
        JsonNode container =
                container(web().environment(Map.of("A", "$(B) $$x")).arguments(List.of("$(HOME)")));

        assertThat(container.at("/env/0/value").asText()).isEqualTo("$$(B) $$$$x");
        assertThat(container.at("/args/0").asText()).isEqualTo("$$(HOME)");
    }

    private static JsonNode podSpec(Workload workload) {
        return json(PodManifest.of(workload, "", ""));
    }

    @Test
    void pod_ofABaselineApp_gainsNothingAndKeepsWhatItsImageIsMadeFor() {
        JsonNode pod = podSpec(Workload.app(web().build()));

        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("securityContext").has("runAsNonRoot")).isFalse();
        assertThat(pod.at("/containers/0/securityContext")).hasToString("{\"allowPrivilegeEscalation\":false}");
    }

    @Test
    void pod_ofABaselineIde_keepsSudo() {
        IdeSpec spec = IdeSpec.builder().name("lab").build();

        JsonNode pod = podSpec(new Workload(WorkloadKind.IDE, CodeServer.app(spec), new NewStorage()));

        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.at("/containers/0/securityContext")).isEmpty();
    }

    @Test
    void pod_restricted_isAsPodSecurityAsks() {
        IdeSpec ide =
                IdeSpec.builder().name("lab").security(PodSecurity.RESTRICTED).build();
        AppSpec app = web().security(PodSecurity.RESTRICTED).build();

        for (Workload workload :
                List.of(Workload.app(app), new Workload(WorkloadKind.IDE, CodeServer.app(ide), new NewStorage()))) {
            JsonNode pod = podSpec(workload);
            JsonNode container = pod.at("/containers/0/securityContext");

            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/capabilities/drop")).hasToString("[\"ALL\"]");
            assertThat(container.at("/capabilities/add")).isEmpty();
        }
    }

    @Test
    void deployment_secretVariables_standInTheSecretOnly() {
        AppSpec spec = web().secrets(Map.of("PASSWORD", Secret.of("hunter22"))).build();
        WorkloadManifests models = models(spec);

        assertThat(json(models.deployment()).toString()).doesNotContain("hunter22");
        assertThat(json(models.deployment()).toString()).contains("\"secretRef\":{\"name\":\"web-rev1\"");
        assertThat(json(models.secret()).at("/data/PASSWORD").asText()).isEqualTo("aHVudGVyMjI=");
        assertThat(spec.toString()).doesNotContain("hunter22");
    }

    @Test
    void deployment_storage_isMountedAndNeverInTwoVersionsAtOnce() {
        AppSpec spec = web().storage(Storage.of("/data", 3, "fast")).build();
        WorkloadManifests models = models(spec);
        JsonNode deployment = json(models.deployment());
        JsonNode claim = models.claim(spec.storage().orElseThrow()).json();

        assertThat(deployment.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
        assertThat(deployment.toString()).contains("\"mountPath\":\"/data\"", "\"claimName\":\"web\"");
        assertThat(claim.at("/spec/resources/requests/storage").asText()).isEqualTo("3Gi");
        assertThat(claim.at("/spec/storageClassName").asText()).isEqualTo("fast");
    }

    @Test
    void ingress_withTls_isOwnedByTheDeployment() {
        AppSpec spec = web().tlsSecret("cert").labels(Map.of("team", "a")).build();
        ObjectNode deployment = TinyCluster.json("{\"metadata\":{\"name\":\"web\",\"uid\":\"u1\"}}");
        JsonNode ingress = json(models(spec).ingress(new KubeObject(deployment), "nginx"));

        assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("web.apps.example.org");
        assertThat(ingress.at("/spec/tls/0/secretName").asText()).isEqualTo("cert");
        assertThat(ingress.at("/spec/ingressClassName").asText()).isEqualTo("nginx");
        assertThat(ingress.at("/metadata/ownerReferences/0/uid").asText()).isEqualTo("u1");
        assertThat(ingress.at("/metadata/labels/team").asText()).isEqualTo("a");
        assertThat(WorkloadLocation.of(spec, CLUSTER, () -> "").url())
                .contains(URI.create("https://web.apps.example.org/"));
    }

    @Test
    void place_namespaces_inTheirOrder() {
        ClusterConfig open = ClusterConfig.inCluster().build();

        assertThat(WorkloadLocation.of(web().namespace("mine").owner("alice").build(), CLUSTER, () -> "ctx")
                        .namespace())
                .isEqualTo("mine");
        assertThat(WorkloadLocation.of(web().owner("alice").build(), CLUSTER, () -> "ctx")
                        .namespace())
                .isEqualTo("lab");
        assertThat(WorkloadLocation.of(web().owner("alice").build(), open, () -> "ctx")
                        .namespace())
                .startsWith("kws-alice-");
        assertThat(WorkloadLocation.of(web().build(), open, () -> "ctx").namespace())
                .isEqualTo("ctx");
        assertThat(WorkloadLocation.of(web().build(), open, () -> "").namespace())
                .isEqualTo("default");
    }

    @Test
    void place_urlToWaitForButNoHost_isInvalid() {
        ClusterConfig open = ClusterConfig.inCluster().build();

        assertThatThrownBy(() ->
                        WorkloadLocation.of(web().readyWhen(AppReadiness.url()).build(), open, () -> ""))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("base domain");
        assertThatThrownBy(() -> WorkloadLocation.of(web().tlsSecret("cert").build(), open, () -> ""))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void edit_change_leavesTheRestAsItIs() {
        ObjectNode deployment = json(models(web().environment(Map.of("KEEP", "1", "DROP", "2", "HIDE", "3"))
                        .resources(PodResources.builder().memoryLimitMib(100).build())
                        .build())
                .deployment());
        deployment.withObject("/spec").put("newIn2030", 1);

        TemplateEdit.apply(
                deployment,
                AppChange.builder()
                        .image("nginx:2")
                        .removedVariables(List.of("DROP"))
                        .secrets(Map.of("HIDE", Secret.of("x")))
                        .resources(PodResources.builder()
                                .memoryLimitMib(0)
                                .cpuLimitMillis(200)
                                .build())
                        .healthPath("/healthz")
                        .replicas(3)
                        .build(),
                "web-rev2");
        TemplateEdit.renew(deployment, "rev2");
        JsonNode container = new Deployment(new KubeObject(deployment)).container();

        assertThat(container.path("image").asText()).isEqualTo("nginx:2");
        assertThat(container.path("env").toString()).contains("KEEP").doesNotContain("DROP", "HIDE");
        assertThat(container.at("/resources/limits").toString()).isEqualTo("{\"cpu\":\"200m\"}");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/healthz");
        assertThat(container.at("/readinessProbe/httpGet/port").asInt()).isEqualTo(80);
        assertThat(new Deployment(new KubeObject(deployment)).secretName()).isEqualTo("web-rev2");
        assertThat(new Deployment(new KubeObject(deployment)).revision()).isEqualTo("rev2");
        assertThat(deployment.at("/spec/newIn2030").asInt()).isEqualTo(1);
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(3);
    }

    @Test
    void edit_variableNamedTwice_isWrittenOnceWithTheNewValue() {
        ObjectNode deployment =
                json(models(web().environment(Map.of("A", "1")).build()).deployment());
        ArrayNode variables = (ArrayNode)
                new Deployment(new KubeObject(deployment)).container().path("env");
        variables.addObject().put("name", "OTHER").put("value", "3");
        variables.addObject().put("name", "A").put("value", "2");

        TemplateEdit.apply(
                deployment, AppChange.builder().environment(Map.of("A", "4")).build(), "");

        assertThat(new Deployment(new KubeObject(deployment)).container().path("env"))
                .hasToString("[{\"name\":\"A\",\"value\":\"4\"},{\"name\":\"OTHER\",\"value\":\"3\"}]");
    }
}
