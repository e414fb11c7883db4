package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
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

/** Many rents at the same moment. */
class RentAtOnceTest extends OnSandbox {
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
                    .allMatch(AlreadyRentedException.class::isInstance, "a conflict");
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
        rentTwiceAtOnce(Login.password(Secret.of("pa55word")));
    }

    @Test
    void rent_oneNameTwiceAtOnce_givesAtMostOneServer() throws Exception {
        for (int round = 0; round < 10; round++) {
            List<Object> ends = atOnce(List.of(
                    () -> servers.rent(spec("web-1").build()),
                    () -> servers.rent(spec("web-1").build())));

            assertThat(ends.stream().filter(ServerRental.class::isInstance).count())
                    .isEqualTo(servers(cloud))
                    .isLessThanOrEqualTo(1);
            assertThat(ends.stream().filter(KwsException.class::isInstance))
                    .allMatch(AlreadyRentedException.class::isInstance, "a conflict");
            servers.release("web-1");
            assertThat(cloud.leftovers()).isEmpty();
        }
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
}
