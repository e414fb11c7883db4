package io.kws.sdk.k8s.ides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubernetes.client.Exec;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kws.sdk.Node;
import io.kws.sdk.apps.PodResources;
import io.kws.sdk.driver.steps.Reports;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.IdeQuery;
import io.kws.sdk.ides.IdeRental;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.ides.IdeStatus;
import io.kws.sdk.ides.Ides;
import io.kws.sdk.ides.WorkspaceEnd;
import io.kws.sdk.k8s.apps.Traces;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What IDEs must do on any node with the images of the testbed, whose base domain leads to it from here. */
abstract class IdesContract {
    private final String name = "lab-" + RentalId.random().value().substring(0, 5);

    /** Returns the node under test. */
    abstract Node node();

    /** Returns a storage class of which there is one volume of a GiB, or as many as one likes. */
    abstract String storage();

    @AfterEach
    void deleteAll() {
        ides().list(IdeQuery.named(name)).forEach(ide -> ides().delete(ide.id(), WorkspaceEnd.DELETE));
        assertThat(ides().list(IdeQuery.named(name))).isEmpty();
    }

    Ides ides() {
        return node().ides();
    }

    String name() {
        return name;
    }

    IdeSpec.Options lab() {
        return IdeSpec.builder()
                .name(name)
                .image("kws/code-server:1")
                .resources(PodResources.builder()
                        .cpuRequestMillis(20)
                        .memoryRequestMib(16)
                        .build())
                .workspaceGib(1);
    }

    private static List<ResourceKind> kinds(Receipt receipt, Outcome outcome) {
        return receipt.entries(outcome).stream().map(ReceiptEntry::kind).toList();
    }

    /** Does in the IDE what its user does in a terminal. */
    private void write(IdeRental rental, String file) {
        V1Pod pod = plainly(api -> new CoreV1Api(api)
                .listNamespacedPod(rental.ide().namespace())
                .labelSelector("kws.rental=" + rental.rental().id())
                .execute()
                .getItems()
                .get(0));
        int exitCode = plainly(api -> {
            try {
                return new Exec(api)
                        .newExecutionBuilder(
                                rental.ide().namespace(),
                                pod.getMetadata().getName(),
                                new String[] {"sh", "-c", "echo draft > /home/coder/" + file})
                        .setStdin(false)
                        .execute()
                        .waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(exitCode).isZero();
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

    private static String cookie(IdeRental rental) {
        String answer =
                Browser.logIn(rental.access().url(), rental.access().password().reveal());
        return "Cookie: " + answer.replaceAll("(?si).*set-cookie: ([^;]*);.*", "$1") + "\r\n";
    }

    @Test
    void open_nameAlone_asksForThePasswordAtItsUrl() {
        IdeRental rental = ides().open(lab().workspaceClass(storage()).build());
        URI url = rental.access().url();

        assertThat(rental.ide().status()).isEqualTo(IdeStatus.OPEN);
        assertThat(Browser.get(url.resolve("/healthz"), "")).contains("200 OK", "lastHeartbeat");
        assertThat(Browser.get(url, "")).contains("302 Found", "login");
        assertThat(Browser.logIn(url, "something-else")).contains("Incorrect password");
        assertThat(Browser.get(url, cookie(rental))).contains("200 OK", "files:");
        assertThat(ides().get(name)).isEqualTo(rental.ide());
        assertThat(ides().list()).contains(rental.ide());
        assertThat(node().apps().find(name)).isEmpty();
    }

    @Test
    void open_webSocket_passesTheIngress() {
        IdeRental rental = ides().open(lab().workspaceClass(storage()).build());

        assertThat(Browser.webSocket(rental.access().url(), cookie(rental)))
                .contains("101 Switching Protocols", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "hello");
    }

    @Test
    void open_closedBefore_findsItsFilesAgainInTheSameRental() {
        IdeRental first = ides().open(
                        lab().workspaceClass(storage()).term(Duration.ofDays(2)).build());
        write(first, "thesis.tex");

        Receipt closing = ides().close(name);
        Ide closed = ides().get(name);
        IdeRental second = ides().open(lab().term(Duration.ofDays(1)).build());

        assertThat(kinds(closing, Outcome.DELETED))
                .containsExactlyInAnyOrder(
                        ResourceKind.DEPLOYMENT, ResourceKind.SERVICE, ResourceKind.INGRESS, ResourceKind.SECRET);
        assertThat(closed.status()).isEqualTo(IdeStatus.CLOSED);
        assertThat(closed.workspace()).isPresent();
        assertThat(closed.rental()).contains(first.rental());
        assertThat(Browser.get(second.access().url(), cookie(second))).contains("thesis.tex");
        assertThat(second.access().password()).isNotEqualTo(first.access().password());
        assertThat(kinds(second.receipt(), Outcome.CHANGED)).containsExactly(ResourceKind.PERSISTENT_VOLUME_CLAIM);
        assertThat(second.rental()).isEqualTo(first.rental());
        assertThat(ides().get(name)).isEqualTo(second.ide());
    }

    @Test
    void open_sameRequestTwiceAtOnce_isOneIde() {
        IdeSpec spec = lab().workspaceClass(storage()).build();
        List<Operation<IdeRental>> operations = List.of(ides().openAsync(spec), ides().openAsync(spec));

        List<IdeRental> rentals = operations.stream().map(Operation::await).toList();

        assertThat(rentals)
                .extracting(rental -> rental.ide().id())
                .hasSize(2)
                .containsOnly(ides().get(name).id());
        assertThat(rentals.get(0).access()).isEqualTo(rentals.get(1).access());
        assertThat(Browser.get(rentals.get(0).access().url(), cookie(rentals.get(0))))
                .contains("files:");
        assertThat(Traces.of(node(), spec.rentalId()))
                .filteredOn(trace -> !trace.startsWith("pods") && !trace.startsWith("replicasets"))
                .hasSize(5);
    }

    @Test
    void open_anotherRequestForTheName_isAConflict() {
        IdeRental rental = ides().open(lab().workspaceClass(storage()).build());

        assertThatThrownBy(() -> ides().open(lab().build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContainingAll(name, rental.rental().id().value());
        assertThat(ides().plan(lab().build()).problems()).hasSize(1);
    }

    @Test
    void open_imageThatIsNotThere_leavesNothing() {
        IdeSpec spec = lab().image("kws/absent:9").workspaceClass(storage()).build();

        ProvisioningFailedException error =
                catchThrowableOfType(ProvisioningFailedException.class, () -> ides().open(spec));

        assertThat(error).hasMessageContainingAll("Could not open IDE", "the image \"", "\" does not exist");
        assertThat(error.receipt().isClean()).isTrue();
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
    }

    @Test
    void open_closedBeforeAndFails_keepsTheWorkspaceOfItsRental() {
        IdeRental first = ides().open(lab().workspaceClass(storage()).build());
        ides().close(name);

        ProvisioningFailedException error = catchThrowableOfType(
                ProvisioningFailedException.class,
                () -> ides().open(lab().image("kws/absent:9").build()));

        assertThat(kinds(error.receipt(), Outcome.RESTORED)).containsExactly(ResourceKind.PERSISTENT_VOLUME_CLAIM);
        assertThat(ides().get(name).rental()).contains(first.rental());
        assertThat(ides().get(name).workspace()).isPresent();
    }

    @Test
    void openAsync_cancelled_leavesNothing() {
        IdeSpec spec = lab().workspaceClass(storage()).host(name + ".invalid").build();
        Operation<IdeRental> operation = ides().openAsync(spec);

        Reports.await(operation, progress -> progress.detail().contains("did not answer"));
        assertThat(operation.cancel()).isTrue();

        assertThatThrownBy(operation::await).isInstanceOf(CancelledException.class);
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
    }

    @Test
    void delete_keepingTheWorkspace_leavesItWithoutARental() {
        IdeRental rental = ides().open(lab().workspaceClass(storage()).build());

        assertThat(kinds(ides().delete(name, WorkspaceEnd.KEEP), Outcome.CHANGED))
                .containsExactly(ResourceKind.PERSISTENT_VOLUME_CLAIM);

        assertThat(ides().get(name).rental()).isEmpty();
        assertThat(ides().get(name).workspace()).isPresent();
        assertThat(Traces.of(node(), rental.rental().id())).isEmpty();
        assertThat(kinds(ides().delete(name, WorkspaceEnd.DELETE), Outcome.DELETED))
                .containsExactly(ResourceKind.PERSISTENT_VOLUME_CLAIM);
        assertThat(ides().find(name)).isEmpty();
        assertThat(ides().delete(name, WorkspaceEnd.DELETE).entries()).isEmpty();
    }

    @Test
    void open_ofAnOwner_livesInTheOwnersNamespace() {
        String owner = "grace " + name();
        IdeRental rental =
                ides().open(lab().owner(owner).workspaceClass(storage()).build());
        String namespace = rental.ide().namespace();
        try {
            assertThat(namespace).startsWith("kws-grace-");
            assertThat(ides().delete(rental.ide().id(), WorkspaceEnd.DELETE).isClean())
                    .isTrue();
            assertThat(Traces.of(node(), rental.rental().id())).isEmpty();
        } finally {
            plainly(api -> new CoreV1Api(api).deleteNamespace(namespace).execute());
        }
    }

    @Test
    void open_storageThatNobodyGives_saysSo() {
        IdeSpec spec = lab().workspaceClass("absent").build();

        NotFoundException error = catchThrowableOfType(NotFoundException.class, () -> ides().open(spec));

        assertThat(error).hasMessageContaining("no storage class \"absent\"");
        assertThat(error.receipt().entries()).isEmpty();
        assertThat(ides().plan(spec).problems()).hasExactlyElementsOfTypes(NotFoundException.class);
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
    }
}
