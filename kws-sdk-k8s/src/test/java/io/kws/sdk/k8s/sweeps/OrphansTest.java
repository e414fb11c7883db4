package io.kws.sdk.k8s.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.util.PatchUtils;
import io.kubernetes.client.util.Yaml;
import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.ides.IdeRental;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Adoption;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxCluster;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of apps and IDEs that are no more, and the namespaces that they lived in. */
class OrphansTest {
    private static final String NO_RENTAL = "{\"metadata\": {\"annotations\": {\"kws.rental\": null}}}";

    private final Sandbox sandbox = Sandbox.start("k1");
    private final SandboxNode cloud = sandbox.node("k1");
    private final Kws kws = SandboxNodes.connect(sandbox);
    private final Node node = kws.node("k1");

    @AfterEach
    void close() {
        kws.close();
        sandbox.close();
    }

    private interface Work<R> {
        R run(ApiClient api) throws ApiException;
    }

    private <R> R plainly(Work<R> work) {
        return node.unwrap(ApiClient.class, api -> {
            try {
                return work.run(api);
            } catch (ApiException e) {
                throw new IllegalStateException(e.getResponseBody(), e);
            }
        });
    }

    private App deploy(String name, String owner) {
        AppSpec.Options spec = AppSpec.builder()
                .name(name)
                .image("kws/web:1")
                .port(8080)
                .secrets(Map.of("A", Secret.of("b")))
                .storage(Storage.of("/data", 1));
        AppSpec.Options owned = owner.isEmpty() ? spec : spec.owner(owner);
        return node.apps().deploy(owned.build()).app();
    }

    private void deleteDeployment(String namespace, String name) {
        plainly(api -> new AppsV1Api(api)
                .deleteNamespacedDeployment(name, namespace)
                .propagationPolicy("Background")
                .execute());
        cloud.runAhead(Duration.ofMinutes(1));
    }

    private SweepReport sweep(Duration ahead) {
        try (Kws later = SandboxNodes.connect(
                sandbox, Kws.builder().timeouts(SandboxNodes.FAST).clock(Clock.offset(Clock.systemUTC(), ahead)))) {
            SweepReport report = later.sweeps().run(Sweep.builder().build());
            cloud.runAhead(Duration.ofMinutes(1));
            assertThat(report.isComplete()).as(report.toString()).isTrue();
            return report;
        }
    }

    private List<String> kinds() {
        return cloud.leftovers().stream().map(Leftover::kind).sorted().toList();
    }

    @Test
    void expire_deploymentDeletedByAnotherHand_takesTheRestOnceThatWasNotedForLongEnough() {
        App app = deploy("web", "");
        deleteDeployment(app.namespace(), "web");
        assertThat(kinds()).containsExactly("persistentvolume", "persistentvolumeclaim", "secret");

        assertThat(sweep(Duration.ofMinutes(50)).items()).isEmpty();
        SweepReport first = sweep(Duration.ofMinutes(70));
        assertThat(first.items()).extracting(SweepItem::outcome).containsExactly(SweepOutcome.OVERTAKEN);
        assertThat(kinds()).containsExactly("persistentvolume", "persistentvolumeclaim", "secret");
        assertThat(sweep(Duration.ofMinutes(50)).items()).isEmpty();
        SweepReport report = sweep(Duration.ofMinutes(70));

        assertThat(report.items()).extracting(SweepItem::action).containsExactly(SweepAction.DELETE_ORPHAN);
        assertThat(report.toString()).contains("secret, persistent volume claim");
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void expire_storageThatWasNotedLongAgo_isNotedAnew() {
        App app = deploy("web", "");
        deleteDeployment(app.namespace(), "web");
        var unused = sweep(Duration.ofDays(1));

        SweepReport report = sweep(Duration.ofDays(40));

        assertThat(report.items()).extracting(SweepItem::outcome).containsExactly(SweepOutcome.OVERTAKEN);
        assertThat(kinds()).contains("persistentvolumeclaim", "secret");
    }

    @Test
    void expire_stoppedAppAdoptedUnderAnotherRental_staysWithAllThatBelongsToIt() {
        deploy("web", "");
        stop("web");
        patch("web", NO_RENTAL);
        adopt(ResourceKind.APP, "web");

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();
        assertThat(sweep(Duration.ofDays(2)).items()).isEmpty();

        assertThat(node.apps().get("web").replicas()).isZero();
        assertThat(kinds()).contains("deployment", "persistentvolumeclaim", "secret", "service");
    }

    @Test
    void expire_deploymentWithoutItsLabelAndPods_staysWithAllThatBelongsToIt() {
        deploy("web", "");
        stop("web");
        patch("web", "{\"metadata\": {\"labels\": {\"kws.rental\": null}}}");

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();
        assertThat(sweep(Duration.ofDays(2)).items()).isEmpty();

        assertThat(kinds()).contains("deployment", "persistentvolumeclaim", "secret");
    }

    @Test
    void expire_openIdeWithoutPodsWhoseWorkspaceWasAdopted_stays() {
        node.ides().open(IdeSpec.builder().name("lab").build());
        stop("lab");
        patch("lab", NO_RENTAL);
        patchClaim("lab-workspace", NO_RENTAL);
        adopt(ResourceKind.IDE, "lab");

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();

        assertThat(kinds()).contains("deployment", "persistentvolumeclaim", "secret", "service");
    }

    @Test
    void endRest_deploymentWhoseAnnotationsSayAnotherRental_isRefused() {
        RentalId first = deploy("web", "").rental().orElseThrow().id();
        patch("web", NO_RENTAL);
        adopt(ResourceKind.APP, "web");

        assertThatThrownBy(() -> kws.rentals().end(first))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("default/web");

        assertThat(kinds()).contains("deployment", "persistentvolumeclaim", "secret", "service");
    }

    private void stop(String deployment) {
        patch(deployment, "{\"spec\": {\"replicas\": 0}}");
        cloud.runAhead(Duration.ofMinutes(1));
    }

    private void patch(String deployment, String change) {
        plainly(api -> PatchUtils.patch(
                V1Deployment.class,
                () -> new AppsV1Api(api)
                        .patchNamespacedDeployment(deployment, "default", new V1Patch(change))
                        .buildCall(null),
                V1Patch.PATCH_FORMAT_JSON_MERGE_PATCH,
                api));
    }

    private void patchClaim(String claim, String change) {
        plainly(api -> PatchUtils.patch(
                V1PersistentVolumeClaim.class,
                () -> new CoreV1Api(api)
                        .patchNamespacedPersistentVolumeClaim(claim, "default", new V1Patch(change))
                        .buildCall(null),
                V1Patch.PATCH_FORMAT_JSON_MERGE_PATCH,
                api));
    }

    private void adopt(ResourceKind kind, String name) {
        var unused = kws.rentals()
                .adopt(Adoption.builder()
                        .node("k1")
                        .kind(kind)
                        .nameOrId(name)
                        .owner("bob")
                        .build());
    }

    @Test
    void expire_storageThatAnotherPodUses_staysWithAllOfItsRental() {
        App app = deploy("web", "");
        deleteDeployment(app.namespace(), "web");
        V1Pod reader = Yaml.loadAs("""
                metadata: {name: reader}
                spec:
                  volumes: [{name: data, persistentVolumeClaim: {claimName: web}}]
                  containers: [{name: reader, image: "kws/web:1", volumeMounts: [{name: data, mountPath: /data}]}]
                """, V1Pod.class);
        plainly(api -> new CoreV1Api(api).createNamespacedPod("default", reader).execute());

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();

        assertThat(kinds()).contains("persistentvolumeclaim", "secret");
    }

    @Test
    void expire_deploymentOfAnIdeDeletedByAnotherHand_keepsTheWorkspaceAndItsRental() {
        IdeRental rental = node.ides().open(IdeSpec.builder().name("lab").build());
        deleteDeployment("default", "lab");

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();

        assertThat(node.ides().get("lab").rental()).contains(rental.rental());
        assertThat(kws.rentals().end(rental.rental().id()).isClean()).isTrue();
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void expire_namespaceWithoutApps_goesOnceItWasLongUnused() {
        App first = deploy("first", "alice");
        App second = deploy("second", "alice");
        node.apps().delete(first.id());
        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();
        node.apps().delete(second.id());

        assertThat(sweep(Duration.ofMinutes(50)).items()).isEmpty();
        SweepReport report = sweep(Duration.ofMinutes(70));

        assertThat(report.items()).extracting(SweepItem::action).containsExactly(SweepAction.DELETE_ORPHAN);
        assertThat(report.toString()).contains("namespace");
        assertThat(cloud.leftovers()).isEmpty();
        assertThat(deploy("third", "alice").namespace()).isEqualTo(first.namespace());
    }

    @Test
    void expire_namespaceThatHoldsSomethingOfAnother_stays() {
        App app = deploy("web", "alice");
        node.apps().delete(app.id());
        plainly(api -> new CoreV1Api(api)
                .createNamespacedConfigMap(
                        app.namespace(), new V1ConfigMap().metadata(new V1ObjectMeta().name("notes")))
                .execute());

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();

        assertThat(kinds()).contains("namespace", "configmap");
    }

    @Test
    void expire_namespaceThatHoldsAnAccountOfAnother_stays() {
        App app = deploy("web", "alice");
        node.apps().delete(app.id());
        plainly(api -> new CoreV1Api(api)
                .createNamespacedServiceAccount(
                        app.namespace(), new V1ServiceAccount().metadata(new V1ObjectMeta().name("robot")))
                .execute());

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();

        assertThat(kinds()).contains("namespace");
    }

    @Test
    void expire_namespaceWithAKindThatMayNotBeListed_stays() {
        App app = deploy("web", "alice");
        node.apps().delete(app.id());
        cloud.cluster().forbid("list", "limitranges");

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();

        assertThat(kinds()).contains("namespace");
    }

    @Test
    void expire_namespaceUsedForLong_isUnusedFromItsLastDeleteOn() {
        App app = deploy("web", "alice");
        usedAt(app.namespace(), "\"2001-01-01T00:00:00Z\"");
        node.apps().delete(app.id());

        assertThat(sweep(Duration.ofMinutes(50)).items()).isEmpty();
        assertThat(sweep(Duration.ofMinutes(70)).items()).hasSize(1);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void expire_namespaceOfWhichNobodyKnowsWhenItWasUsed_stays() {
        App app = deploy("web", "alice");
        node.apps().delete(app.id());
        usedAt(app.namespace(), "null");
        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();
        usedAt(app.namespace(), "\"long ago\"");
        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();

        assertThat(kinds()).contains("namespace");
    }

    private void usedAt(String namespace, String time) {
        plainly(api -> PatchUtils.patch(
                V1Namespace.class,
                () -> new CoreV1Api(api)
                        .patchNamespace(
                                namespace,
                                new V1Patch("{\"metadata\": {\"annotations\": {\"kws.used-at\": " + time + "}}}"))
                        .buildCall(null),
                V1Patch.PATCH_FORMAT_JSON_MERGE_PATCH,
                api));
    }

    @Test
    void deploy_namespaceThatGoesBetweenLookAndMark_makesItAnew() {
        App first = deploy("first", "alice");
        node.apps().delete(first.id());
        AtomicBoolean isDeleted = new AtomicBoolean();
        Kws.Builder builder = Kws.builder().timeouts(SandboxNodes.FAST).onCall(call -> {
            boolean isLook = call.method().equals("GET") && call.path().endsWith("/namespaces/" + first.namespace());
            if (isLook && isDeleted.compareAndSet(false, true)) {
                plainly(api ->
                        new CoreV1Api(api).deleteNamespace(first.namespace()).execute());
            }
        });

        try (Kws other = SandboxNodes.connect(sandbox, builder)) {
            App second = other.node("k1")
                    .apps()
                    .deploy(AppSpec.builder()
                            .name("second")
                            .image("kws/web:1")
                            .port(8080)
                            .owner("alice")
                            .build())
                    .app();

            assertThat(second.namespace()).isEqualTo(first.namespace());
        }
        assertThat(isDeleted).isTrue();
        assertThat(kinds()).contains("deployment");
    }

    @Test
    void expire_namespaceWithAClosedIdeOnly_stays() {
        IdeRental rental =
                node.ides().open(IdeSpec.builder().name("lab").owner("alice").build());
        node.ides().close("lab");

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();

        assertThat(node.ides().get("lab").rental()).contains(rental.rental());
    }

    @Test
    void expire_credentialsOfOneNamespace_lookAtNoOther() {
        SandboxCluster cluster = cloud.cluster();
        App app = deploy("web", "alice");
        node.apps().delete(app.id());
        NodeConfig config = NodeConfig.builder()
                .name("k1")
                .kubernetes(SandboxNodes.cluster(cluster, cluster.token())
                        .namespace("default")
                        .build())
                .build();
        cluster.forbid("list", "namespaces");

        try (Kws one = Kws.builder()
                .node(config)
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)))
                .build()) {
            SweepReport report = one.sweeps().run(Sweep.builder().build());

            assertThat(report.isComplete()).as(report.toString()).isTrue();
            assertThat(report.items()).isEmpty();
        }
    }

    @Test
    void expire_namespacesThatMayNotBeListed_areLeftAloneWithoutAnError() {
        App app = deploy("web", "alice");
        node.apps().delete(app.id());
        cloud.cluster().forbid("list", "configmaps");

        assertThat(sweep(Duration.ofDays(1)).items()).isEmpty();

        assertThat(kinds()).contains("namespace");
    }
}
