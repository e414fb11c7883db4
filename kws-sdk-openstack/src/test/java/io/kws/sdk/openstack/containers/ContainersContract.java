package io.kws.sdk.openstack.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.Node;
import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerQuery;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.containers.ImageDriver;
import io.kws.sdk.containers.RestartPolicy;
import io.kws.sdk.driver.steps.Reports;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What containers must do on any node with Zun, the network {@code private}, and the images nginx and busybox in reach. */
abstract class ContainersContract {
    private final String suffix = RentalId.random().value();
    private final List<ContainerRental> rented = new ArrayList<>();

    /** Returns the node under test. */
    abstract Node node();

    /** Limits how many containers the project may have. */
    abstract void limitContainers(int limit);

    /** Makes containers take long enough to be interrupted, where they do not anyway, yet less than undoing may take. */
    void createSlowly() {}

    /** Ends a test, after all has been deleted. */
    void end() {}

    @AfterEach
    void deleteAll() {
        rented.forEach(rental -> node().containers().delete(rental.container().id()));
        end();
    }

    private ContainerSpec.Options nginx(String name) {
        return ContainerSpec.builder().name(name + "-" + suffix).image("nginx");
    }

    private ContainerSpec.Options shell(String name, String script) {
        return ContainerSpec.builder()
                .name(name + "-" + suffix)
                .image("busybox")
                .command("sh", "-c", script);
    }

    private ContainerRental run(ContainerSpec.Options spec) {
        ContainerRental rental = node().containers().run(spec.build());
        rented.add(rental);
        return rental;
    }

    private KwsException failureOf(ContainerSpec spec) {
        KwsException failure = catchThrowableOfType(
                KwsException.class, () -> node().containers().run(spec));
        assertThat(failure.node()).isEqualTo(node().name());
        assertThat(left(spec)).isEmpty();
        return failure;
    }

    private List<Container> left(ContainerSpec spec) {
        return node().containers().list(ContainerQuery.named(spec.name()));
    }

    private static List<ResourceKind> kinds(Receipt receipt, Outcome outcome) {
        return receipt.entries(outcome).stream().map(ReceiptEntry::kind).toList();
    }

    @Test
    void run_nameAndImage_givesARunningContainer() {
        ContainerRental rental = run(nginx("plain"));

        assertThat(rental.container().status()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(rental.container().image()).contains("nginx");
        assertThat(rental.container().addresses()).isNotEmpty();
        assertThat(rental.container().cpus().orElseThrow()).isPositive();
        assertThat(rental.container().memoryMib().orElseThrow()).isPositive();
        assertThat(kinds(rental.receipt(), Outcome.CREATED)).containsExactly(ResourceKind.CONTAINER);
    }

    @Test
    void run_allThatCanBeAskedFor_isSoAndTagged() {
        ContainerRental rental = run(nginx("all")
                .imageDriver(ImageDriver.DOCKER)
                .environment(Map.of("GREETING", "hello"))
                .exposedPorts(Port.HTTP, Port.udp(5000))
                .cpus(0.5)
                .memoryMib(64)
                .restartPolicy(RestartPolicy.onFailure(3))
                .network("private")
                .labels(Map.of("course", "web"))
                .owner("alice")
                .term(Duration.ofDays(2)));
        Container read = node().containers().get(rental.container().name());

        assertThat(read.rental()).contains(rental.rental());
        assertThat(rental.rental().end()).contains(rental.rental().start().plus(Duration.ofDays(2)));
        assertThat(read.labels()).containsEntry("course", "web");
        assertThat(read.ports()).contains(80, 5000);
        assertThat(read.cpus()).hasValue(0.5);
        assertThat(read.memoryMib()).hasValue(64);
    }

    @Test
    void run_commandWithEnvironment_writesToItsLog() {
        ContainerRental rental =
                run(shell("log", "echo one; echo $GREETING; sleep 600").environment(Map.of("GREETING", "hello there")));

        assertThat(node().containers().logs(rental.container().id(), 100)).isEqualTo("one\nhello there\n");
        assertThat(node().containers().logs(rental.container().name(), 1)).isEqualTo("hello there\n");
    }

    @Test
    void run_endsWithExitCode0_isWell() {
        ContainerRental rental = run(shell("job", "echo done"));

        assertThat(rental.container().status()).isEqualTo(ContainerStatus.STOPPED);
        assertThat(rental.container().exitCode()).hasValue(0);
    }

    @Test
    void run_endsWithAnotherExitCode_saysWhichAndWhatItWrote() {
        KwsException failure = failureOf(
                shell("fails", "echo starting; echo no such table; exit 3").build());

        assertThat(failure)
                .isInstanceOf(ProvisioningFailedException.class)
                .hasMessageContaining("ended with exit code 3")
                .hasMessageContaining("starting | no such table");
        assertThat(kinds(failure.receipt(), Outcome.DELETED)).containsExactly(ResourceKind.CONTAINER);
    }

    @Test
    void run_unknownImage_saysSoAndLeavesNothing() {
        ContainerSpec spec = ContainerSpec.builder()
                .name("image-" + suffix)
                .image("kws/no-such-image")
                .build();

        KwsException failure = failureOf(spec);

        assertThat(failure).isInstanceOf(NotFoundException.class).hasMessageContaining("kws/no-such-image");
        assertThat(failure.receipt().isClean()).isTrue();
        assertThat(kinds(failure.receipt(), Outcome.DELETED)).containsExactly(ResourceKind.CONTAINER);
    }

    @Test
    void run_unknownGlanceImage_saysSoAndLeavesNothing() {
        KwsException failure =
                failureOf(nginx("glance").imageDriver(ImageDriver.GLANCE).build());

        assertThat(failure).isInstanceOf(NotFoundException.class).hasMessageContaining("nginx");
        assertThat(failure.receipt().isClean()).isTrue();
    }

    @Test
    void run_unknownNetwork_failsWithASuggestionBeforeAnythingIsMade() {
        KwsException failure = failureOf(nginx("network").network("privat").build());

        assertThat(failure).isInstanceOf(NotFoundException.class).hasMessageContaining("did you mean \"private\"?");
        assertThat(failure.receipt().entries()).isEmpty();
    }

    @Test
    void run_externalNetwork_isDenied() {
        KwsException failure = failureOf(nginx("external").network("public").build());

        assertThat(failure).isInstanceOf(AccessDeniedException.class).hasMessageContaining("external network");
        assertThat(failure.receipt().entries()).isEmpty();
    }

    @Test
    void run_moreMemoryThanTheServiceAllows_isInvalid() {
        KwsException failure = failureOf(nginx("memory").memoryMib(1).build());

        assertThat(failure).isInstanceOf(InvalidRequestException.class).hasMessageContaining("minimum of 4");
    }

    @Test
    void run_sameNameOrRentalTwice_isAConflict() {
        ContainerRental first = run(nginx("same"));

        assertThatThrownBy(() -> node().containers().run(nginx("same").build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(first.rental().id().value());
        assertThatThrownBy(() -> node().containers()
                        .run(nginx("other").rentalId(first.rental().id()).build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(first.container().id());
        assertThat(node().containers().get(first.container().id()).status()).isEqualTo(ContainerStatus.RUNNING);
    }

    @Test
    void run_overQuota_saysSoAndLeavesNothing() {
        run(nginx("within"));
        limitContainers(node().containers().list().size());

        KwsException failure = failureOf(nginx("beyond").build());

        limitContainers(40);
        assertThat(failure).isInstanceOf(QuotaExceededException.class).hasMessageContaining("Quota exceeded");
        assertThat(failure.requestIds()).isNotEmpty();
        assertThat(failure.receipt().entries()).isEmpty();
    }

    @Test
    void run_tooLittleTime_timesOutAndLeavesNothing() {
        createSlowly();

        KwsException failure =
                failureOf(nginx("slow").readyWithin(Duration.ofMillis(100)).build());

        assertThat(failure).isInstanceOf(WaitTimedOutException.class);
        assertThat(failure.receipt().isClean()).isTrue();
    }

    @Test
    void runAsync_cancelledWhileWaiting_takesItAwayAgain() {
        createSlowly();
        ContainerSpec spec = nginx("cancel").build();
        Operation<ContainerRental> operation = node().containers().runAsync(spec);
        Reports.awaitStep(operation, "wait for RUNNING");

        operation.cancel();

        KwsException failure = catchThrowableOfType(KwsException.class, operation::await);
        assertThat(failure).isInstanceOf(CancelledException.class);
        assertThat(kinds(failure.receipt(), Outcome.DELETED))
                .as(failure.receipt().toString())
                .containsExactly(ResourceKind.CONTAINER);
        assertThat(left(spec)).isEmpty();
    }

    @Test
    void stopStartRestart_endInTheStateTheyName() {
        String id = run(nginx("states")).container().id();

        assertThat(node().containers().start(id).status()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(node().containers().stop(id).status()).isEqualTo(ContainerStatus.STOPPED);
        assertThat(node().containers().stop(id).status()).isEqualTo(ContainerStatus.STOPPED);
        assertThat(node().containers().start(id).status()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(node().containers().restart(id).status()).isEqualTo(ContainerStatus.RUNNING);
        node().containers().stop(id);
        assertThat(node().containers().restart(id).status()).isEqualTo(ContainerStatus.RUNNING);
    }

    @Test
    void delete_byNameIdOrRentalTwice_isFine() {
        ContainerRental first = run(nginx("first"));
        ContainerRental second = run(nginx("second"));
        ContainerRental third = run(nginx("third"));
        node().containers().stop(third.container().id());

        assertThat(kinds(node().containers().delete(first.container().name()), Outcome.DELETED))
                .containsExactly(ResourceKind.CONTAINER);
        assertThat(kinds(node().containers().delete(second.rental().id().value()), Outcome.DELETED))
                .containsExactly(ResourceKind.CONTAINER);
        assertThat(kinds(node().containers().delete(third.container().id()), Outcome.DELETED))
                .containsExactly(ResourceKind.CONTAINER);
        assertThat(node().containers().delete(first.container().name()).entries())
                .isEmpty();
        assertThat(node().containers().delete(first.container().id()).entries()).isEmpty();
        assertThat(node().containers().delete(first.rental().id().value()).entries())
                .isEmpty();
        assertThat(node().containers().find(first.container().id())).isEmpty();
    }

    @Test
    void list_byOwnerAndName_givesOnlyThose() {
        ContainerRental alice = run(nginx("alice").owner("alice-" + suffix));
        run(nginx("bob").owner("bob-" + suffix));

        assertThat(node().containers().list(ContainerQuery.ownedBy("alice-" + suffix)))
                .extracting(Container::id)
                .containsExactly(alice.container().id());
        assertThat(node().containers().list(ContainerQuery.named("alice-" + suffix)))
                .hasSize(1);
        assertThat(node().containers().list()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void get_unknownContainer_suggestsTheNearest() {
        run(nginx("nearest"));

        assertThatThrownBy(() -> node().containers().get("nearezt-" + suffix))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"nearest-" + suffix + "\"?");
        assertThatThrownBy(() -> node().containers().start("nearezt-" + suffix)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> node().containers().logs("nearezt-" + suffix, 1))
                .isInstanceOf(NotFoundException.class);
        assertThat(node().containers().find("nearezt-" + suffix)).isEmpty();
    }

    @Test
    void logs_noLines_isInvalid() {
        assertThatThrownBy(() -> node().containers().logs("any", 0))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("must be at least 1, was 0");
    }
}
