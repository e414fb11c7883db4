package io.kws.sdk.openstack.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.Kws;
import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.containers.RestartPolicy;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.servers.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real cloud cannot be made to do, or not in time. */
class RunContainerTest {
    private static final String CONTAINERS = "/container/v1/containers";

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode cloud = sandbox.node("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);
    private final Containers containers = kws.node("kws1").containers();

    @AfterEach
    void end() {
        kws.close();
        sandbox.close();
    }

    private static ContainerSpec.Options nginx(String name) {
        return ContainerSpec.builder().name(name).image("nginx");
    }

    private KwsException failureOf(ContainerSpec spec) {
        return catchThrowableOfType(KwsException.class, () -> containers.run(spec));
    }

    private long count(String method, String path) {
        return cloud.calls().stream()
                .filter(call -> call.method().equals(method) && call.path().equals(path))
                .count();
    }

    @Test
    void run_answerLost_findsTheContainerAndMakesNoOther() {
        cloud.inject(Fault.on("POST", "^" + CONTAINERS + "$").resetAfter());

        ContainerRental rental = containers.run(nginx("web-1").build());

        assertThat(rental.container().status()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(count("POST", CONTAINERS)).isOne();
        assertThat(cloud.leftovers()).extracting(Leftover::kind).containsExactly("container");
    }

    @Test
    void run_serviceFailsOnce_isRepeatedAfterALook() {
        cloud.inject(Fault.on("POST", "^" + CONTAINERS + "$").answer(503));

        containers.run(nginx("web-1").build());

        assertThat(count("POST", CONTAINERS)).isEqualTo(2);
        assertThat(cloud.leftovers()).hasSize(1);
    }

    @Test
    void run_fewCalls_areEnough() {
        containers.list();
        cloud.clearCalls();

        containers.run(nginx("web-1").build());

        assertThat(count("POST", CONTAINERS)).isOne();
        assertThat(count("GET", CONTAINERS)).isEqualTo(2);
    }

    @Test
    void run_noHost_saysSoAndLeavesNothing() {
        cloud.failContainers("There are not enough hosts available.");

        KwsException failure = failureOf(nginx("web-1").build());

        assertThat(failure).isInstanceOf(NoCapacityException.class).hasMessageContaining("not enough hosts");
        assertThat(failure.receipt().entries(Outcome.DELETED)).hasSize(1);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void run_failsOnTheHost_saysWhyAndLeavesNothing() {
        cloud.failContainers("Docker internal error: no space left on device.");

        KwsException failure = failureOf(nginx("web-1").exposedPorts(Port.HTTP).build());

        assertThat(failure)
                .isInstanceOf(ProvisioningFailedException.class)
                .hasMessageContaining("no space left on device");
        assertThat(failure.step()).isEqualTo("wait for RUNNING");
        assertThat(failure.receipt().isClean()).isTrue();
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void run_securityGroupOverQuota_saysSoAndLeavesNothing() {
        cloud.quota(Quota.SECURITY_GROUPS, 1);

        KwsException failure = failureOf(nginx("web-1").exposedPorts(Port.HTTP).build());

        assertThat(failure).isInstanceOf(QuotaExceededException.class);
        assertThat(cloud.leftovers()).isEmpty();
    }

    /** Zun's own limit: only an administrator may delete what is RESTARTING. */
    @Test
    void run_cancelledWhileItCrashesAgainAndAgain_saysThatItIsLeft() {
        ContainerSpec spec = ContainerSpec.builder()
                .name("web-1")
                .image("busybox")
                .command("false")
                .restartPolicy(RestartPolicy.always())
                .build();
        Timeouts timeouts = Timeouts.builder()
                .pollInterval(PollInterval.every(Duration.ofMillis(20)))
                .rollback(Duration.ofMillis(100))
                .build();

        KwsException failure;
        try (Kws hasty = SandboxNodes.connect(sandbox, Kws.builder().timeouts(timeouts))) {
            Operation<ContainerRental> operation =
                    hasty.node("kws1").containers().runAsync(spec);
            awaitStatus("web-1", ContainerStatus.RESTARTING);
            operation.cancel();
            failure = catchThrowableOfType(KwsException.class, operation::await);
        }

        assertThat(failure).isInstanceOf(CancelledException.class);
        assertThat(failure.receipt().entries(Outcome.LEFT))
                .extracting(ReceiptEntry::kind)
                .containsExactly(ResourceKind.CONTAINER);
        assertThat(containers.get("web-1").status()).isEqualTo(ContainerStatus.RESTARTING);
    }

    private void awaitStatus(String name, ContainerStatus status) {
        new Waiting(PollInterval.every(Duration.ofMillis(2)))
                .until(
                        () -> containers.find(name).map(Container::status),
                        found -> found.equals(Optional.of(status)),
                        found -> name + " was " + found);
    }

    @Test
    void plan_fits_saysWhatWouldBeDone() {
        Plan plan =
                containers.plan(nginx("web-1").network("private").memoryMib(128).build());

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.found()).containsExactly("network private");
        assertThat(plan.needs())
                .extracting(need -> need.limit().kind())
                .containsExactly(LimitKind.CONTAINERS, LimitKind.CONTAINER_MEMORY_MIB);
        assertThat(plan.steps()).contains("create container").last().isEqualTo("wait for RUNNING");
        assertThat(containers.list()).isEmpty();
    }

    @Test
    void plan_doesNotFit_namesEveryProblem() {
        containers.run(nginx("web-1").build());

        assertThat(containers
                        .plan(nginx("web-1")
                                .network("privat")
                                .memoryMib(1_000_000)
                                .build())
                        .problems())
                .hasExactlyElementsOfTypes(
                        AlreadyRentedException.class, NotFoundException.class, QuotaExceededException.class);
    }

    @Test
    void plan_noZun_isNotFeasible() {
        cloud.removeService("container");

        assertThat(containers.plan(nginx("web-1").build()).problems())
                .hasExactlyElementsOfTypes(CapabilityMissingException.class);
    }

    @Test
    void run_noZun_saysWhichServicesThereAre() {
        cloud.removeService("container");

        KwsException failure = failureOf(nginx("web-1").build());

        assertThat(failure)
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageContaining("the node has no container service (Zun)")
                .hasMessageContaining("compute");
        assertThatThrownBy(containers::list).isInstanceOf(CapabilityMissingException.class);
    }

    @Test
    void run_zunTooOld_saysSo() {
        cloud.inject(Fault.on("GET", "^" + CONTAINERS + "$").answer(406).always());

        assertThat(failureOf(nginx("web-1").build())).isInstanceOf(CapabilityMissingException.class);
    }

    @Test
    void allUseCases_unknownFieldsEverywhere_work() {
        cloud.addUnknownFields();

        Container container =
                containers.run(nginx("web-1").exposedPorts(Port.HTTP).build()).container();

        assertThat(container.addresses()).hasSize(1);
        assertThat(containers.stop("web-1").status()).isEqualTo(ContainerStatus.STOPPED);
        assertThat(containers.restart("web-1").status()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(containers.logs("web-1", 10)).contains("ready for start up");
        assertThat(containers.list()).hasSize(1);
        assertThat(containers.delete("web-1").isClean()).isTrue();
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void run_twentyAtOnce_givesTwentyOfTheirOwn() throws Exception {
        List<Object> ends = atOnce(IntStream.range(0, 20)
                .<Callable<Object>>mapToObj(i -> () ->
                        containers.run(nginx("web-" + i).build()).container().id())
                .toList());

        assertThat(ends).doesNotHaveDuplicates().allMatch(String.class::isInstance);
        assertThat(cloud.leftovers()).hasSize(20);
    }

    @Test
    void run_oneRentalTwiceAtOnce_givesAtMostOne() throws Exception {
        ContainerSpec spec = nginx("web-1").rentalId(RentalId.random()).build();

        List<Object> ends = atOnce(List.of(() -> containers.run(spec), () -> containers.run(spec)));

        assertThat(ends).filteredOn(ConflictException.class::isInstance).isNotEmpty();
        assertThat(ends).filteredOn(ContainerRental.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(cloud.leftovers()).hasSize((int)
                ends.stream().filter(ContainerRental.class::isInstance).count());
    }

    @Test
    void run_fails_keepsCommandAndEnvironmentToItself() {
        ContainerSpec spec = ContainerSpec.builder()
                .name("web-1")
                .image("nginx")
                .command("serve", "--password=s3cret")
                .environment(Map.of("TOKEN", "t0ken"))
                .memoryMib(1)
                .build();

        KwsException failure = failureOf(spec);

        assertThat(failure.toString()).doesNotContain("s3cret").doesNotContain("t0ken");
        assertThat(cloud.calls().toString()).doesNotContain("s3cret").doesNotContain("t0ken");
    }

    /** Returns what each ended in, a result or a {@link KwsException}. */
    private static List<Object> atOnce(List<Callable<Object>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Object> ends = new ArrayList<>();
            for (Future<Object> future : threads.invokeAll(tasks)) {
                try {
                    ends.add(future.get());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof KwsException)) {
                        throw e;
                    }
                    ends.add(e.getCause());
                }
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }
}
