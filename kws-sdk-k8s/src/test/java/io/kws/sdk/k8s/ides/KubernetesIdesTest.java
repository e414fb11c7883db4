package io.kws.sdk.k8s.ides;

import static io.kws.sdk.k8s.ides.Desk.CLAIM;
import static io.kws.sdk.k8s.ides.Desk.DEPLOYMENT;
import static io.kws.sdk.k8s.ides.Desk.lab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Reports;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.IdeQuery;
import io.kws.sdk.ides.IdeRental;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.ides.IdeStatus;
import io.kws.sdk.ides.WorkspaceEnd;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.apps.KubernetesApps;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.storage.StorageClaim;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.trace.Call;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesIdesTest {
    private static final String CLAIM_PATH = "/api/v1/namespaces/default/persistentvolumeclaims/lab-workspace";

    private final Desk desk = new Desk();
    private final TinyCluster cluster = desk.cluster;
    private final KubernetesIdes ides = desk.ides;
    private final KubernetesApps apps = new KubernetesApps(desk.node);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void open_ofTheLeast_keepsToTheConventionsOfCodeServer() {
        IdeRental rental = ides.open(lab().build());
        JsonNode pod = cluster.object(DEPLOYMENT).at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        JsonNode ingress = cluster.object("/apis/networking.k8s.io/v1/default/ingresses/lab");

        assertThat(rental.ide().status()).isEqualTo(IdeStatus.OPEN);
        assertThat(rental.access().password()).isEqualTo(Secret.of("hunter22"));
        assertThat(rental.access().url()).isEqualTo(rental.ide().url().orElseThrow());
        assertThat(container.path("image").asText()).isEqualTo(IdeSpec.DEFAULT_IMAGE);
        assertThat(container.path("args").toString())
                .isEqualTo("[\"--auth\",\"password\",\"--bind-addr\",\"0.0.0.0:8080\"]");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/healthz");
        assertThat(container.at("/volumeMounts/0/mountPath").asText()).isEqualTo("/home/coder");
        assertThat(pod.at("/securityContext/fsGroup").asInt()).isEqualTo(1000);
        assertThat(cluster.object(DEPLOYMENT).at("/spec/strategy/type").asText())
                .isEqualTo("Recreate");
        assertThat(ingress.at("/metadata/annotations").toString())
                .contains("\"nginx.ingress.kubernetes.io/proxy-read-timeout\":\"3600\"");
        assertThat(cluster.object(CLAIM).at("/metadata/ownerReferences")).isEmpty();
    }

    @Test
    void open_ofTheLeast_isTheSameWhenReadBack() {
        IdeRental rental = ides.open(lab().build());

        assertThat(ides.get("lab")).isEqualTo(rental.ide());
        assertThat(ides.find("default/lab")).contains(rental.ide());
        assertThat(ides.find(rental.rental().id().value())).contains(rental.ide());
        assertThat(ides.list()).containsExactly(rental.ide());
        assertThat(rental.ide().workspace().orElseThrow().sizeGib()).hasValue(5);
        assertThat(rental.receipt().entries(Outcome.CREATED))
                .extracting(ReceiptEntry::kind)
                .containsExactlyInAnyOrder(
                        ResourceKind.DEPLOYMENT,
                        ResourceKind.SERVICE,
                        ResourceKind.INGRESS,
                        ResourceKind.SECRET,
                        ResourceKind.PERSISTENT_VOLUME_CLAIM);
    }

    @Test
    void open_password_isInTheSecretAloneAndInNoCallThatIsToldOf() {
        ides.open(lab().build());

        assertThat(cluster.object(DEPLOYMENT).toString()).doesNotContain("hunter22", "aHVudGVyMjI=");
        assertThat(cluster.calls()).extracting(Call::path).noneMatch(path -> path.contains("hunter22"));
        assertThat(ides.get("lab").toString()).doesNotContain("hunter22", "aHVudGVyMjI=");
    }

    @Test
    void close_open_leavesTheWorkspaceAlone() {
        IdeRental rental = ides.open(lab().build());

        assertThat(ides.close("lab").entries(Outcome.DELETED)).hasSize(4);
        Ide closed = ides.get("lab");

        assertThat(cluster.keys()).containsExactly(CLAIM);
        assertThat(closed.status()).isEqualTo(IdeStatus.CLOSED);
        assertThat(closed.url()).isEmpty();
        assertThat(closed.workspace()).isEqualTo(rental.ide().workspace());
        assertThat(closed.rental()).contains(rental.rental());
        assertThat(closed.annotations()).doesNotContainKeys(StorageClaim.RUN, StorageClaim.REQUEST);
        assertThat(ides.find(rental.rental().id().value())).contains(closed);
        assertThat(ides.close("lab").entries()).isEmpty();
    }

    @Test
    void open_closedBefore_takesItsWorkspaceUp() {
        ides.open(lab().build());
        ides.close("lab");
        String uid = cluster.object(CLAIM).at("/metadata/uid").asText();

        IdeRental again =
                ides.open(lab().workspaceGib(50).term(Duration.ofDays(1)).build());

        assertThat(cluster.object(CLAIM).at("/metadata/uid").asText()).isEqualTo(uid);
        assertThat(again.ide().workspace().orElseThrow().sizeGib()).hasValue(5);
        assertThat(again.receipt().entries(Outcome.CHANGED))
                .extracting(ReceiptEntry::kind)
                .containsExactly(ResourceKind.PERSISTENT_VOLUME_CLAIM);
        ides.close("lab");
        assertThat(ides.get("lab").rental()).contains(again.rental());
    }

    private String marks() {
        return cluster.object(CLAIM).at("/metadata/annotations").toString()
                + cluster.object(CLAIM).at("/metadata/labels");
    }

    private void say(Map<String, String> tags) {
        ObjectNode claim = cluster.object(CLAIM);
        tags.forEach(claim.withObject("/metadata/annotations")::put);
        cluster.put(CLAIM, claim);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "5, 10", "20, 20"})
    void open_closedBefore_goesOnInItsRentalUntilTheLaterEnd(int days, int expected) {
        Rental first = ides.open(lab().term(Duration.ofDays(10)).build()).rental();
        say(RentalTags.protecting(first.start().plusSeconds(99)));
        ides.close("lab");
        IdeSpec.Options spec = lab();

        IdeRental again = ides.open(
                days == 0 ? spec.build() : spec.term(Duration.ofDays(days)).build());

        Rental rental = again.rental();
        assertThat(rental.id()).isEqualTo(first.id());
        assertThat(rental.start()).isEqualTo(first.start());
        assertThat(rental.end().orElseThrow())
                .isBetween(
                        first.start().plus(Duration.ofDays(expected)),
                        Instant.now().plus(Duration.ofDays(expected)));
        assertThat(again.ide().rental()).contains(rental);
        assertThat(RentalTags.protectedUntil(again.ide().annotations()))
                .contains(first.start().plusSeconds(99));
        assertThat(ides.get("lab")).isEqualTo(again.ide());
        assertThat(ides.find(first.id().value())).contains(again.ide());
        assertThat(cluster.object(DEPLOYMENT).at("/metadata/labels/kws.rental").asText())
                .isEqualTo(first.id().value());
        assertThat(ides.delete(first.id().value(), WorkspaceEnd.DELETE).entries(Outcome.DELETED))
                .hasSize(5);
        assertThat(cluster.keys()).isEmpty();
    }

    @Test
    void open_rentalWithoutAnEnd_getsNone() {
        Rental first = ides.open(lab().build()).rental();
        ides.close("lab");

        assertThat(ides.open(lab().term(Duration.ofDays(1)).build()).rental()).isEqualTo(first);
    }

    @Test
    void open_extendedWhileItWasOpen_keepsTheNewEnd() {
        IdeSpec spec = lab().term(Duration.ofDays(1)).build();
        Rental first = ides.open(spec).rental();
        Instant end = first.start().plus(Duration.ofDays(30));
        say(RentalTags.ending(end));
        ides.close("lab");

        IdeRental same = ides.open(spec);

        assertThat(same.rental().end()).contains(end);
        assertThat(ides.open(spec).rental()).isEqualTo(same.rental());
    }

    @Test
    void open_sameRequestTwiceForAnExistingWorkspace_isOneIdeOfItsRental() {
        Rental first = ides.open(lab().build()).rental();
        ides.close("lab");
        IdeSpec spec = lab().build();

        List<IdeRental> again = Stream.of(ides.openAsync(spec), ides.openAsync(spec), ides.openAsync(spec))
                .map(Operation::await)
                .toList();

        assertThat(again).extracting(IdeRental::rental).containsOnly(first);
        assertThat(ides.open(spec).ide()).isEqualTo(again.get(0).ide());
        assertThat(cluster.keys()).hasSize(5);
        assertThatThrownBy(() -> ides.open(lab().build())).isInstanceOf(AlreadyRentedException.class);
    }

    @Test
    void open_rentalIsOver_takesATermOrAProtection() {
        Rental first = ides.open(lab().build()).rental();
        say(RentalTags.ending(first.start().minusSeconds(60)));
        say(RentalTags.stopped(first.start()));
        ides.close("lab");
        String marks = marks();

        assertThatThrownBy(() -> ides.open(lab().build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContainingAll(first.id().value(), "extend it, or give the IDE a term");
        assertThat(ides.plan(lab().build()).problems()).hasExactlyElementsOfTypes(ConflictException.class);
        assertThat(cluster.keys()).containsExactly(CLAIM);
        assertThat(marks()).isEqualTo(marks);

        IdeRental again = ides.open(lab().term(Duration.ofDays(1)).build());
        assertThat(again.rental().id()).isEqualTo(first.id());
        assertThat(RentalTags.stoppedAt(again.ide().annotations())).isEmpty();
        ides.close("lab");
        say(RentalTags.ending(first.start().minusSeconds(60)));
        say(RentalTags.protecting(Instant.now().plusSeconds(600)));
        assertThat(ides.open(lab().build()).ide().status()).isEqualTo(IdeStatus.OPEN);
    }

    @Test
    void open_sameRequestAgainWhenItsRentalIsOver_isRefusedAtOnceUnlessItIsOpen() {
        IdeSpec spec = lab().build();
        IdeRental first = ides.open(spec);
        say(RentalTags.ending(first.rental().start().minusSeconds(60)));

        assertThat(ides.open(spec).ide().status()).isEqualTo(IdeStatus.OPEN);
        assertThat(ides.plan(spec).isFeasible()).isTrue();
        ides.close("lab");

        assertThatThrownBy(() -> ides.open(spec))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("extend it, or give the IDE a term");
        assertThat(ides.plan(spec).problems()).hasExactlyElementsOfTypes(ConflictException.class);
        assertThat(cluster.keys()).containsExactly(CLAIM);
    }

    private void run(String id) {
        say(Map.of(StorageClaim.RUN, id));
    }

    private String run() {
        return StorageClaim.run(new KubeObject(cluster.object(CLAIM)));
    }

    /** Lets something happen once, just before the cluster carries out the first request that begins so. */
    private void before(String request, Runnable event) {
        AtomicBoolean hasHappened = new AtomicBoolean();
        cluster.faults(number -> {
            if (cluster.requests().get(number).startsWith(request) && hasHappened.compareAndSet(false, true)) {
                event.run();
            }
            return TinyCluster.Fault.NONE;
        });
    }

    @Test
    void open_otherRunOfTheSameRequestTakesTheWorkspaceAndGivesUp_failsAndSaysSo() {
        IdeSpec spec = lab().build();
        ides.open(spec);
        ides.close("lab");
        String former = run();
        before("PUT " + CLAIM_PATH, () -> {
            run("other");
            before("GET /apis/apps/v1/namespaces/default/deployments/lab", () -> run(former));
        });

        assertThatThrownBy(() -> ides.open(spec))
                .isInstanceOf(AlreadyRentedException.class)
                .hasMessageContaining("was first, but failed");
        assertThat(cluster.keys()).containsExactly(CLAIM);
        assertThat(run()).isEqualTo(former);
    }

    @Test
    void open_rentalThatCannotBeRead_isAConflictAndStays() {
        ides.open(lab().build());
        ides.close("lab");
        say(Map.of("kws.end", "next week"));
        String marks = marks();

        assertThatThrownBy(() -> ides.open(lab().build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContainingAll("lab-workspace", "cannot be read");

        assertThat(ides.plan(lab().build()).problems()).hasExactlyElementsOfTypes(ConflictException.class);
        assertThat(marks()).isEqualTo(marks);
    }

    /** Opens an IDE that never comes up, and cancels once it is waited for. */
    private CancelledException openAndCancel(IdeSpec spec, Runnable meanwhile) {
        cluster.controller(deployment -> meanwhile.run());
        Operation<IdeRental> operation = ides.openAsync(spec);
        Reports.await(operation, progress -> progress.detail().contains("0 of 1"));
        operation.cancel();
        CancelledException error = catchThrowableOfType(CancelledException.class, operation::await);
        assertThat(error).isNotNull();
        return error;
    }

    @Test
    void open_failsAfterAnother_restoresTheMarksButWhatWasSaidMeanwhile() {
        Rental first = ides.open(lab().term(Duration.ofDays(1)).build()).rental();
        say(Map.of(
                "kws.stopped",
                first.start().toString(),
                "kws.warned",
                first.start().toString(),
                "mine",
                "1"));
        ides.close("lab");
        String marks = marks();

        assertThat(openAndCancel(lab().term(Duration.ofDays(2)).build(), () -> {})
                        .receipt())
                .matches(Receipt::isClean);
        assertThat(marks()).isEqualTo(marks);

        Instant end = first.start().plus(Duration.ofDays(60));
        openAndCancel(lab().term(Duration.ofDays(2)).build(), () -> say(Map.of("kws.end", end.toString())));
        assertThat(ides.get("lab").rental().orElseThrow().end()).contains(end);
        assertThat(marks()).contains("kws.stopped", "kws.warned", "\"mine\"");
    }

    @Test
    void close_unknown_isNotFound() {
        assertThatThrownBy(() -> ides.close("lab")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ides.close(RentalId.random().value())).isInstanceOf(NotFoundException.class);
        assertThat(ides.delete("lab", WorkspaceEnd.KEEP).entries()).isEmpty();
        assertThat(apps.delete("lab").entries()).isEmpty();
    }

    @Test
    void open_closedBeforeAndFails_givesTheWorkspaceBack() {
        IdeRental first = ides.open(lab().build());
        ides.close("lab");

        assertThat(openAndCancel(lab().build(), () -> {}).receipt().entries(Outcome.RESTORED))
                .hasSize(1);

        assertThat(cluster.keys()).containsExactly(CLAIM);
        assertThat(ides.get("lab").rental()).contains(first.rental());
    }

    @Test
    void open_firstTimeAndFails_leavesNothing() {
        openAndCancel(lab().build(), () -> {});

        assertThat(cluster.keys()).isEmpty();
    }

    @Test
    void open_sameRequestTwice_isOneIde() {
        IdeSpec spec = lab().build();
        IdeRental first = ides.open(spec);

        IdeRental second = ides.open(spec);

        assertThat(second.ide()).isEqualTo(first.ide());
        assertThat(second.rental()).isEqualTo(first.rental());
        assertThat(second.access()).isEqualTo(first.access());
        assertThatThrownBy(() -> ides.open(lab().build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("an IDE (rental " + first.rental().id() + ")");
        assertThatThrownBy(() -> ides.open(lab().rentalId(spec.rentalId())
                        .password(Secret.of("another one"))
                        .build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("with other settings");
    }

    @Test
    void open_sameRequestAtOnce_isOneIdeAndItsWorkspaceStays() {
        for (int round = 0; round < 5; round++) {
            IdeSpec spec = lab().build();
            List<Operation<IdeRental>> operations =
                    List.of(ides.openAsync(spec), ides.openAsync(spec), ides.openAsync(spec));

            List<Ide> opened = operations.stream()
                    .map(operation -> operation.await().ide())
                    .toList();

            assertThat(opened).extracting(Ide::id).containsOnly("default/lab");
            assertThat(opened).extracting(Ide::status).containsOnly(IdeStatus.OPEN);
            assertThat(cluster.keys()).hasSize(5);
            ides.close("lab");
            assertThat(cluster.keys()).containsExactly(CLAIM);
        }
    }

    @Test
    void open_workspaceOfAnotherOwner_isAConflict() {
        ides.open(lab().owner("alice").namespace("default").build());
        ides.close("lab");

        assertThatThrownBy(
                        () -> ides.open(lab().owner("bob").namespace("default").build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("another owner");
        ides.delete("lab", WorkspaceEnd.KEEP);
        assertThatThrownBy(
                        () -> ides.open(lab().owner("bob").namespace("default").build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("another owner");
        assertThat(ides.open(lab().owner("alice").namespace("default").build())
                        .ide()
                        .status())
                .isEqualTo(IdeStatus.OPEN);
    }

    @Test
    void open_claimOfSomethingElse_isAConflict() {
        cluster.put(CLAIM, TinyCluster.json("{\"metadata\":{\"name\":\"lab-workspace\",\"namespace\":\"default\"}}"));

        assertThatThrownBy(() -> ides.open(lab().build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("not a workspace of this IDE");
        assertThat(cluster.keys()).containsExactly(CLAIM);
    }

    @Test
    void open_nodeWithoutABaseDomain_isInvalidBeforeAnyCall() {
        ClusterContext hostless = new ClusterContext(
                desk.node.client(),
                desk.node.runner(),
                ClusterConfig.server(URI.create(cluster.url())).build());

        assertThatThrownBy(() -> new KubernetesIdes(hostless).open(lab().build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("base domain");
        assertThat(cluster.requests()).isEmpty();
    }

    @Test
    void delete_openIde_takesTheWorkspaceOrKeepsIt() {
        IdeRental rental = ides.open(lab().owner("alice").namespace("default").build());

        assertThat(ides.delete("lab", WorkspaceEnd.KEEP).entries(Outcome.CHANGED))
                .hasSize(1);
        Ide kept = ides.get("lab");

        assertThat(kept.status()).isEqualTo(IdeStatus.CLOSED);
        assertThat(kept.rental()).isEmpty();
        assertThat(ides.list(IdeQuery.ownedBy("alice"))).containsExactly(kept);
        assertThat(ides.delete("lab", WorkspaceEnd.KEEP).entries()).isEmpty();
        assertThat(ides.find(rental.rental().id().value())).isEmpty();
        assertThat(ides.delete("lab", WorkspaceEnd.DELETE).entries(Outcome.DELETED))
                .hasSize(1);
        assertThat(cluster.keys()).isEmpty();
        assertThat(ides.delete("lab", WorkspaceEnd.DELETE).entries()).isEmpty();
    }

    @Test
    void delete_openedAgainMeanwhile_leavesTheWorkspaceAndSaysSo() {
        ides.open(lab().build());
        before("DELETE /apis/apps/v1/namespaces/default/deployments/lab", () -> run("other"));

        assertThatThrownBy(() -> ides.delete("lab", WorkspaceEnd.DELETE)).hasMessageContaining("opened again");

        assertThat(cluster.keys()).containsExactly(CLAIM);
    }

    @Test
    void delete_extendedAtTheLastMoment_leavesTheWorkspaceAndSaysSo() {
        Rental rental = ides.open(lab().build()).rental();
        before(
                "DELETE " + CLAIM_PATH,
                () -> say(RentalTags.ending(rental.start().plusSeconds(60))));

        assertThatThrownBy(() -> ides.delete("lab", WorkspaceEnd.DELETE)).hasMessageContaining("rental was changed");

        assertThat(cluster.keys()).containsExactly(CLAIM);
    }

    @Test
    void delete_warnedAtTheLastMoment_takesTheWorkspaceAllTheSame() {
        Rental rental = ides.open(lab().build()).rental();
        before("DELETE " + CLAIM_PATH, () -> say(RentalTags.warned(rental.start())));

        ides.delete("lab", WorkspaceEnd.DELETE);

        assertThat(cluster.keys()).isEmpty();
    }

    @Test
    void delete_keepWhileASweepWarns_keepsTheWorkspaceWithoutARental() {
        Rental rental = ides.open(lab().build()).rental();
        before("PUT " + CLAIM_PATH, () -> say(RentalTags.warned(rental.start())));

        assertThat(ides.delete("lab", WorkspaceEnd.KEEP).entries(Outcome.CHANGED))
                .hasSize(1);

        assertThat(ides.get("lab").rental()).isEmpty();
    }

    @Test
    void open_extendedAtTheSameMoment_keepsTheNewEnd() {
        IdeSpec spec = lab().term(Duration.ofDays(1)).build();
        Rental first = ides.open(spec).rental();
        ides.close("lab");
        Instant end = first.start().plus(Duration.ofDays(30));
        before("PUT " + CLAIM_PATH, () -> say(RentalTags.ending(end)));

        assertThat(ides.open(spec).rental().end()).contains(end);
    }

    @Test
    void delete_closedIdeByItsRental_takesItsWorkspace() {
        IdeRental rental = ides.open(lab().build());
        ides.close("lab");

        ides.delete(rental.rental().id().value(), WorkspaceEnd.DELETE);

        assertThat(cluster.keys()).isEmpty();
    }

    @Test
    void delete_deploymentGoneByAnotherHand_stillTakesTheRest() {
        ides.open(lab().build());
        cluster.remove(DEPLOYMENT);

        ides.delete("lab", WorkspaceEnd.DELETE);

        assertThat(cluster.keys()).isEmpty();
    }

    @Test
    void get_workspaceGoneByAnotherHand_saysSo() {
        ides.open(lab().build());
        cluster.remove(CLAIM);

        assertThat(ides.get("lab").workspace()).isEmpty();
    }

    @Test
    void get_unknownOrOfSeveralNamespaces_isTyped() {
        ides.open(lab().build());
        cluster.put("/api/v1//namespaces/other", TinyCluster.json("{\"metadata\":{\"name\":\"other\"}}"));
        ides.open(lab().namespace("other").build());

        assertThatThrownBy(() -> ides.get("lab")).isInstanceOf(AmbiguousException.class);
        assertThatThrownBy(() -> ides.get("lap"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"lab\"?");
        assertThat(ides.get("other/lab").namespace()).isEqualTo("other");
        assertThatThrownBy(() -> ides.delete("lab", WorkspaceEnd.DELETE)).isInstanceOf(AmbiguousException.class);
    }

    @Test
    void apps_ofTheSameNode_seeNoIdesAndTouchNone() {
        IdeRental rental = ides.open(lab().build());
        List<String> made = cluster.keys();

        assertThat(apps.list(AppQuery.all())).isEmpty();
        assertThat(apps.find("lab")).isEmpty();
        apps.delete("lab");
        apps.delete(rental.rental().id().value());

        assertThat(cluster.keys()).isEqualTo(made);
        assertThatThrownBy(() -> apps.deploy(
                        AppSpec.builder().name("lab").image("nginx").port(80).build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("an IDE");
    }

    @Test
    void plan_closedBefore_namesTheWorkspaceAndMakesNothing() {
        ides.open(lab().build());
        ides.close("lab");

        Plan plan = ides.plan(lab().build());

        assertThat(plan.isFeasible()).as(plan.toString()).isTrue();
        assertThat(plan.toString()).contains("open IDE \"lab\"", "workspace lab-workspace of 5 GiB");
        assertThat(cluster.keys()).containsExactly(CLAIM);
    }

    @Test
    void plan_openAlready_isAProblem() {
        ides.open(lab().build());

        assertThat(ides.plan(lab().build()).problems()).singleElement().isInstanceOf(ConflictException.class);
    }

    @Test
    void open_noDefaultStorageClass_failsBeforeAnythingIsMadeAndNamesIt() {
        cluster.put(TinyCluster.STANDARD, TinyCluster.json("{\"metadata\":{\"name\":\"standard\"}}"));

        assertThatThrownBy(() -> ides.open(lab().build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContainingAll("no default storage class", "standard");
        assertThat(ides.plan(lab().build()).problems()).hasExactlyElementsOfTypes(NotFoundException.class);
        assertThat(cluster.keys()).isEmpty();
        assertThat(ides.open(lab().workspaceClass("standard").build()).ide().status())
                .isEqualTo(IdeStatus.OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | 5Gi  | ReadWriteOnce | ''",
                "true  | 1Ti  | ReadWriteOnce | ''",
                "true  | 5Gi  | ReadWriteOnce | lab-workspace",
                "false | 4Gi  | ReadWriteOnce | ''",
                "false | 5Gi  | ReadOnlyMany  | ''",
                "false | 5Gi  | ReadWriteOnce | taken"
            })
    void plan_noDefaultStorageClass_isFeasibleWithAFreeVolumeOnly(
            boolean isFree, String size, String mode, String user) {
        cluster.put(TinyCluster.STANDARD, TinyCluster.json("{\"metadata\":{\"name\":\"standard\"}}"));
        String claim = user.equals("taken") || user.equals("lab-workspace")
                ? ",\"claimRef\":{\"namespace\":\"default\",\"name\":\"" + user + "\"}"
                : "";
        cluster.put(
                "/api/v1//persistentvolumes/disk",
                TinyCluster.json(
                        "{\"metadata\":{\"name\":\"disk\"},\"spec\":{\"capacity\":{\"storage\":\"%s\"},\"accessModes\":[\"%s\"]%s}}"
                                .formatted(size, mode, claim)));

        Plan plan = ides.plan(lab().build());

        assertThat(plan.isFeasible()).as(plan.toString()).isEqualTo(isFree);
    }

    @Test
    void list_sizesInAllForms_areRead() {
        for (Map.Entry<String, Integer> size :
                Map.of("5Gi", 5, "1500Mi", 2, "2T", 1863, "x", 0).entrySet()) {
            ObjectNode claim =
                    TinyCluster.json("{\"status\":{\"capacity\":{\"storage\":\"%s\"}}}".formatted(size.getKey()));

            assertThat(Workspaces.sizeGib(new KubeObject(claim))).isEqualTo(size.getValue());
        }
    }
}
