package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.apis.RbacAuthorizationV1Api;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1PersistentVolume;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.util.Yaml;
import io.kws.sdk.Kws;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What needs a hand on the cluster itself: namespaces of owners, storage, ingress classes and rights. */
abstract class ClusterContract extends AppsFixture {
    final List<Runnable> endings = new ArrayList<>();

    /** Begins another configuration of the same cluster. */
    abstract ClusterConfig.Options cluster();

    /** Begins a configuration for the user {@code kws-limited}, who has no rights but those given here. */
    abstract ClusterConfig.Options limitedCluster();

    private static Kws connect(ClusterConfig.Options cluster) {
        return Kws.builder()
                .node(NodeConfig.builder()
                        .name("k1")
                        .kubernetes(cluster.build())
                        .build())
                .build();
    }

    @AfterEach
    void end() {
        endings.forEach(Runnable::run);
    }

    /** What client-java does, with its checked exception. */
    interface Work<R> {
        R run(ApiClient api) throws ApiException;
    }

    final <R> R plainly(Work<R> work) {
        return node().unwrap(ApiClient.class, api -> {
            try {
                return work.run(api);
            } catch (ApiException e) {
                throw new IllegalStateException(e.getResponseBody(), e);
            }
        });
    }

    final void deleteNamespace(String name) {
        plainly(api -> new CoreV1Api(api).deleteNamespace(name).execute());
    }

    private List<String> namespaces() {
        return plainly(api -> new CoreV1Api(api)
                .listNamespace().execute().getItems().stream()
                        .filter(namespace -> namespace.getMetadata().getDeletionTimestamp() == null)
                        .map(namespace -> namespace.getMetadata().getName())
                        .toList());
    }

    @Test
    void deploy_ownersFirst_makesANamespaceThatStays() {
        String owner = "carol " + suffix();
        String namespace = OwnerNamespace.name(owner);
        endings.add(() -> deleteNamespace(namespace));

        AppRental first = deploy(web("first").owner(owner));
        AppRental second = deploy(web("second").owner(owner));

        assertThat(first.app().namespace()).isEqualTo(namespace);
        assertThat(first.receipt().entries()).extracting(ReceiptEntry::kind).contains(ResourceKind.NAMESPACE);
        assertThat(second.receipt().entries()).extracting(ReceiptEntry::kind).doesNotContain(ResourceKind.NAMESPACE);
        int quotas = plainly(api -> new CoreV1Api(api)
                .listNamespacedResourceQuota(namespace)
                .execute()
                .getItems()
                .size());
        int roles = plainly(api -> new RbacAuthorizationV1Api(api)
                .listNamespacedRole(namespace)
                .execute()
                .getItems()
                .size());
        assertThat(List.of(quotas, roles)).containsExactly(1, 1);
        assertThat(exec(first.app(), "ls", "/var/run/secrets").exitCode()).isNotZero();
        apps().delete(first.app().id());
        assertThat(namespaces()).contains(namespace);
    }

    @Test
    void deploy_ownersFirstFails_leavesNoNamespace() {
        String owner = "dave " + suffix();

        ProvisioningFailedException error = refusal(
                ProvisioningFailedException.class,
                image("noimage", "kws/absent:9").owner(owner));

        assertThat(error.receipt().entries(Outcome.DELETED))
                .extracting(ReceiptEntry::kind)
                .contains(ResourceKind.NAMESPACE);
        assertThat(namespaces()).doesNotContain(OwnerNamespace.name(owner));
    }

    @Test
    void deploy_ofANewOwnerAtOnce_allSucceed() {
        String owner = "erin " + suffix();
        endings.add(() -> deleteNamespace(OwnerNamespace.name(owner)));
        List<AppSpec> specs = List.of(
                web("one").owner(owner).build(),
                web("two").owner(owner).build(),
                web("three").owner(owner).build());

        List<Operation<AppRental>> operations =
                specs.stream().map(spec -> apps().deployAsync(spec)).toList();

        assertThat(operations)
                .allSatisfy(operation ->
                        assertThat(operation.await().app().status()).isEqualTo(AppStatus.AVAILABLE));
        specs.forEach(spec -> apps().delete(spec.rentalId().value()));
    }

    @Test
    void deploy_sameNameAtOnce_oneWins() {
        List<AppSpec> specs = List.of(web("race").build(), web("race").build());
        List<Operation<AppRental>> operations =
                specs.stream().map(spec -> apps().deployAsync(spec)).toList();

        List<String> outcomes =
                operations.stream().map(ClusterContract::outcome).toList();

        assertThat(outcomes).containsExactlyInAnyOrder("", "conflict");
        specs.forEach(spec -> apps().delete(spec.rentalId().value()));
        for (AppSpec spec : specs) {
            assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
        }
    }

    private static String outcome(Operation<AppRental> operation) {
        try {
            operation.await();
            return "";
        } catch (KwsException e) {
            return e instanceof ConflictException ? "conflict" : e.getMessage();
        }
    }

    @Test
    void deploy_storage_keepsWhatWasWrittenOverARedeploy() {
        String volume = "kws-it-" + suffix();
        plainly(api -> new CoreV1Api(api)
                .createPersistentVolume(Yaml.loadAs("""
                        apiVersion: v1
                        kind: PersistentVolume
                        metadata: {name: %s}
                        spec:
                          capacity: {storage: 1Gi}
                          accessModes: [ReadWriteOnce]
                          hostPath: {path: /tmp/%s, type: DirectoryOrCreate}
                        """.formatted(volume, volume), V1PersistentVolume.class))
                .execute());
        endings.add(() ->
                plainly(api -> new CoreV1Api(api).deletePersistentVolume(volume).execute()));

        AppRental rental = deploy(web("stored").storage(Storage.of("/data", 1)));
        exec(rental.app(), "sh", "-c", "echo kept > /data/file");
        App changed = apps().redeploy(rental.app().id(), AppChange.ofImage("kws/web:2"));

        assertThat(exec(changed, "cat", "/data/file").out()).isEqualTo("kept\n");
        exec(changed, "rm", "/data/file");
        assertThatThrownBy(() -> apps().scale(rental.app().id(), 2)).hasMessageContaining("storage");
    }

    @Test
    void deploy_storageThatNobodyGives_saysSo() {
        assertThat(refusal(NotFoundException.class, web("unstored").storage(Storage.of("/data", 1, "absent"))))
                .hasMessageContainingAll("no storage class \"absent\"", "no free volume of 1Gi");
    }

    @Test
    void deploy_ingressClassThatIsNotThere_suggestsTheNearest() {
        try (Kws kws = connect(cluster().ingressClass("nginks"))) {
            AppSpec spec = web("unrouted").build();

            NotFoundException error = catchThrowableOfType(
                    NotFoundException.class, () -> kws.node("k1").apps().deploy(spec));

            assertThat(error).hasMessageContaining("did you mean \"nginx\"?");
            assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
        }
    }

    @Test
    void apps_ofAUserOfOneNamespace_workThereAndNowhereElse() {
        String namespace = "kws-it-" + RentalId.random();
        plainly(api -> new CoreV1Api(api)
                .createNamespace(Yaml.loadAs("metadata: {name: %s}".formatted(namespace), V1Namespace.class))
                .execute());
        endings.add(() -> deleteNamespace(namespace));
        letLimitedWorkIn(namespace);

        try (Kws kws = connect(limitedCluster().namespace(namespace))) {
            AppRental rental =
                    kws.node("k1").apps().deploy(web("limited").owner("frank").build());

            assertThat(rental.app().url().orElseThrow().getHost())
                    .isEqualTo(rental.app().name() + ".localhost");
            assertThat(kws.node("k1").apps().list()).containsExactly(rental.app());
            assertThat(kws.node("k1").apps().delete(rental.app().name()).entries())
                    .hasSize(3);
            assertThatThrownBy(() -> kws.node("k1")
                            .apps()
                            .deploy(web("limited").namespace("default").build()))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("forbidden");
        }
    }

    private void letLimitedWorkIn(String namespace) {
        plainly(api -> new RbacAuthorizationV1Api(api)
                .createNamespacedRole(namespace, Yaml.loadAs("""
                        metadata: {name: worker}
                        rules:
                        - {apiGroups: ["", apps, networking.k8s.io], resources: ["*"], verbs: ["*"]}
                        """, V1Role.class))
                .execute());
        plainly(api -> new RbacAuthorizationV1Api(api)
                .createNamespacedRoleBinding(namespace, Yaml.loadAs("""
                        metadata: {name: worker}
                        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: worker}
                        subjects: [{kind: User, name: kws-limited, apiGroup: rbac.authorization.k8s.io}]
                        """, V1RoleBinding.class))
                .execute());
    }
}
