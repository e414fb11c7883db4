package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.Kws;
import io.kws.sdk.Secret;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Call;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.ServerStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real cloud cannot be made to do, or not in time. */
class RentTest extends OnSandbox {
    private static final Login PASSWORD = Login.password(Secret.of("pa55word"));

    private long servers(SandboxNode node) {
        return node.leftovers().stream()
                .filter(leftover -> leftover.kind().equals("server"))
                .count();
    }

    /** Runs all at the same moment, and returns what each ended in, a result or a {@link KwsException}. */
    private static <T> List<Object> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<Object> ends = new ArrayList<>();
            for (Future<T> future : futures) {
                ends.add(end(future));
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Object end(Future<?> future) throws Exception {
        try {
            return future.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KwsException known) {
                return known;
            }
            throw e;
        }
    }

    @Test
    void rent_untilSsh_isReachableThroughTheFloatingIp() {
        cloud.guestTime(Duration.ofMillis(30));

        ServerRental rental = servers.rent(
                spec("web-1").readyWhen(Readiness.ssh()).reachableOn(Port.SSH).build());

        assertThat(rental.access().host()).startsWith("172.24.4.");
    }

    @Test
    void rent_untilTcpPort_waitsForIt() {
        cloud.openPort(8080, "hello");

        ServerRental rental = servers.rent(spec("web-1")
                .readyWhen(Readiness.tcp(8080))
                .reachableOn(Port.tcp(8080))
                .build());

        assertThat(rental.server().status()).isEqualTo(ServerStatus.ACTIVE);
    }

    @Test
    void rent_untilTcpPortThatStaysShut_timesOutAndLeavesNothing() {
        ServerSpec spec = spec("web-1")
                .readyWhen(Readiness.tcp(8080))
                .reachableOn(Port.tcp(8080))
                .readyWithin(Duration.ofMillis(400))
                .build();

        assertThatThrownBy(() -> servers.rent(spec)).isInstanceOf(WaitTimedOutException.class);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_untilCloudInit_readsItsEndFromTheConsole() {
        RentalId rental = RentalId.random();
        cloud.consoleLog("booting\n" + CloudInitEnd.mark(rental) + "{\"v1\": {\"errors\": []}}\nlogin: ");

        ServerRental rented = servers.rent(
                spec("web-1").rentalId(rental).readyWhen(Readiness.cloudInit()).build());

        assertThat(rented.server().status()).isEqualTo(ServerStatus.ACTIVE);
    }

    @Test
    void rent_cloudInitFails_failsWithItsWordsAndLeavesNothing() {
        RentalId rental = RentalId.random();
        cloud.consoleLog(CloudInitEnd.mark(rental) + "{\"v1\": {\"errors\": [\"no such package: ngnix\"]}}\n");
        ServerSpec spec =
                spec("web-1").rentalId(rental).readyWhen(Readiness.cloudInit()).build();

        assertThatThrownBy(() -> servers.rent(spec))
                .isInstanceOf(ProvisioningFailedException.class)
                .hasMessageContaining("no such package: ngnix");
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_cloudInitAgainstThePassword_isRefusedBeforeAnyCall() {
        ServerSpec spec = spec("web-1")
                .login(PASSWORD)
                .cloudInit(CloudInit.of("#cloud-config\nssh_pwauth: false\n"))
                .build();

        KwsException failure = catchThrowableOfType(InvalidRequestException.class, () -> servers.rent(spec));

        assertThat(failure)
                .hasMessageContaining("Could not rent server \"web-1\" on kws1")
                .hasMessageContaining("ssh_pwauth");
        assertThat(cloud.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "image", "compute"})
    void rent_serviceMissing_namesItAndLeavesNothing(String service) {
        cloud.removeService(service);

        assertThatThrownBy(() -> servers.rent(spec("web-1").build()))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageContaining(service);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_bootVolumeOverQuota_isTypedAndLeavesNothing() {
        cloud.quota(Quota.VOLUMES, 0);

        assertThatThrownBy(() -> servers.rent(spec("web-1").bootVolumeGib(3).build()))
                .isInstanceOf(KwsException.class);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_twentyAtOnceOnTwoNodes_givesTwentyOfTheirOwn() throws Exception {
        for (SandboxNode node : sandbox.nodes()) {
            List.of(Quota.INSTANCES, Quota.CORES, Quota.RAM, Quota.FLOATING_IPS, Quota.SECURITY_GROUPS)
                    .forEach(quota -> node.quota(quota, -1));
        }
        List<Callable<ServerRental>> tasks = IntStream.range(0, 20)
                .<Callable<ServerRental>>mapToObj(i -> () -> kws.node("kws" + (1 + i % 2))
                        .servers()
                        .rent(spec("web-" + i).reachableOn(Port.SSH).build()))
                .toList();

        List<Object> rentals = atOnce(tasks);

        assertThat(rentals).allMatch(ServerRental.class::isInstance);
        assertThat(rentals)
                .extracting(rental -> ((ServerRental) rental).server().name())
                .doesNotHaveDuplicates();
        for (SandboxNode node : sandbox.nodes()) {
            assertThat(servers(node)).isEqualTo(10);
            assertThat(node.leftovers()).hasSize(50);
            kws.node(node.name())
                    .servers()
                    .list()
                    .forEach(server -> kws.node(node.name()).servers().release(server.id()));
            assertThat(node.leftovers()).isEmpty();
        }
    }

    private void rentTwiceAtOnce(Login login) throws Exception {
        for (int round = 0; round < 10; round++) {
            RentalId rental = RentalId.random();
            ServerSpec first = spec("web-1").login(login).rentalId(rental).build();
            ServerSpec second = spec("web-2").login(login).rentalId(rental).build();

            List<Object> ends = atOnce(List.of(() -> servers.rent(first), () -> servers.rent(second)));

            assertThat(ends.stream().filter(ServerRental.class::isInstance).count())
                    .isEqualTo(servers(cloud));
            assertThat(servers(cloud)).isLessThanOrEqualTo(1);
            assertThat(ends.stream().filter(KwsException.class::isInstance))
                    .allMatch(ConflictException.class::isInstance, "a conflict");
            servers.release(rental.value());
            assertThat(cloud.leftovers()).isEmpty();
        }
    }

    @Test
    void rent_oneRentalTwiceAtOnceWithKeypair_givesAtMostOneServer() throws Exception {
        rentTwiceAtOnce(Login.newKeypair());
    }

    @Test
    void rent_oneRentalTwiceAtOnceWithPassword_givesAtMostOneServer() throws Exception {
        rentTwiceAtOnce(PASSWORD);
    }

    @Test
    void rent_oneRentalUnderAnotherName_isAConflict() {
        RentalId rental = RentalId.random();
        servers.rent(spec("web-1").login(PASSWORD).rentalId(rental).build());

        assertThatThrownBy(() -> servers.rent(
                        spec("web-2").login(PASSWORD).rentalId(rental).build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(rental.value());
        assertThat(servers.list()).hasSize(1);
    }

    @Test
    void rent_keypairAnswerLostAndAnothersIsThere_takesNotTheOthers() {
        RentalId rental = RentalId.random();
        kws.node("kws1").keypairs().create("kws-" + rental);
        cloud.inject(Fault.on("POST", "/compute/v2.1/os-keypairs").resetBefore());

        assertThatThrownBy(() -> servers.rent(spec("web-1").rentalId(rental).build()))
                .isInstanceOf(ConflictException.class);
        assertThat(cloud.leftovers()).extracting(Leftover::kind).containsExactly("keypair");
    }

    @Test
    void rentAndRelease_fieldsThatNobodyKnows_areLeftAlone() {
        cloud.addUnknownFields();
        ServerRental rental = servers.rent(spec("web-1")
                .reachableOn(Port.SSH)
                .bootVolumeGib(3)
                .owner("alice")
                .readyWhen(Readiness.ssh())
                .build());

        assertThat(servers.get("web-1").rental()).contains(rental.rental());
        assertThat(servers.get("web-1").volumeIds()).hasSize(1);
        assertThat(servers.stop("web-1").status()).isEqualTo(ServerStatus.SHUTOFF);
        assertThat(servers.start("web-1").status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(servers.resize("web-1", "m1.tiny").status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(servers.consoleUrl("web-1")).hasScheme("http");
        assertThat(servers.release("web-1").isClean()).isTrue();
        assertThat(cloud.leftovers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 13, 21})
    void rentAndRelease_tokenExpiresInTheMiddle_goOnWithANewOne(int calls) {
        cloud.expireTokensAfter(calls);

        ServerRental rental = servers.rent(spec("web-1").reachableOn(Port.SSH).build());

        assertThat(rental.receipt().isClean()).isTrue();
        assertThat(servers.release("web-1").entries()).hasSize(5);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_closedMeanwhile_isCancelledAndLeavesNothing() throws Exception {
        cloud.bootTime(Duration.ofMinutes(1));
        CountDownLatch waiting = new CountDownLatch(1);
        Kws own = connect(Kws.builder().onCall(call -> {
            if (call.method().equals("GET") && call.path().matches(".*/servers/[0-9a-f-]{36}")) {
                waiting.countDown();
            }
        }));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<ServerRental> renting = thread.submit(() -> own.node("kws1")
                .servers()
                .rent(spec("web-1").reachableOn(Port.SSH).build()));
        assertThat(waiting.await(1, TimeUnit.MINUTES)).isTrue();

        own.close();

        assertThat(end(renting)).isInstanceOf(CancelledException.class);
        thread.shutdownNow();
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_plain_makesFewCalls() {
        servers.get(servers.rent(spec("warm-up").build()).server().id());
        cloud.clearCalls();

        servers.rent(spec("web-1").reachableOn(Port.SSH).build());

        List<Call> but = cloud.calls().stream()
                .filter(call -> !call.path().matches(".*/servers/[0-9a-f-]{36}"))
                .toList();
        assertThat(but).as(() -> but.toString()).hasSizeLessThanOrEqualTo(11);
    }
}
