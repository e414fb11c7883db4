package io.kws.sdk.k8s.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.TinyCluster.Fault;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Request PODS = Request.list(ApiResource.PODS, "default");

    private final TinyCluster cluster = new TinyCluster();
    private final ClusterClient client = cluster.client();
    private final Signal news = new Signal();

    @AfterEach
    void close() {
        cluster.close();
    }

    private void pod(String name) {
        cluster.put(
                "/api/v1/default/pods/" + name,
                TinyCluster.json("{\"metadata\":{\"name\":\"%s\",\"uid\":\"%s\"}}".formatted(name, name)));
    }

    /** Waits for news until they are as wanted; the time limit is for broken code only. */
    private void await(Watch watch, Predicate<List<String>> wanted) {
        for (int looks = 0; looks < 200; looks++) {
            Optional<List<JsonNode>> known = watch.current();
            List<String> names = known.orElse(List.of()).stream()
                    .map(pod -> pod.path("metadata").path("name").asText())
                    .toList();
            if (known.isPresent() && wanted.test(names)) {
                return;
            }
            news.await(Duration.ofMillis(100));
        }
        throw new AssertionError("not seen; known: " + watch.current());
    }

    @Test
    void current_objectsComeAndGo_areKnown() {
        pod("a");

        try (Watch watch = client.watch(PODS, news)) {
            await(watch, List.of("a")::equals);
            pod("b");
            await(watch, List.of("a", "b")::equals);
            client.send(Request.delete(ApiResource.PODS, "default", "a", Map.of()));
            await(watch, List.of("b")::equals);
        }
    }

    @Test
    void current_connectionCutAgainAndAgain_goesOnWhereItEnded() {
        pod("a");

        try (Watch watch = client.watch(PODS, news)) {
            await(watch, List.of("a")::equals);
            for (int cut = 0; cut < 5; cut++) {
                cluster.cutWatches();
                pod("b" + cut);
                int cuts = cut;
                await(watch, names -> names.contains("b" + cuts));
            }
            assertThat(cluster.requests().stream().filter(request -> request.startsWith("GET")))
                    .as("lists")
                    .hasSize(1);
        }
    }

    @Test
    void current_whereItEndedIsHistory_readsTheListAgain() {
        pod("a");

        try (Watch watch = client.watch(PODS, news)) {
            await(watch, List.of("a")::equals);
            pod("b");
            await(watch, List.of("a", "b")::equals);
            cluster.forgetHistory();
            cluster.cutWatches();
            pod("c");
            await(watch, names -> names.contains("c"));
        }
    }

    @Test
    void current_listFailsAtFirst_isReadLater() {
        pod("a");
        cluster.faults(number -> number < 6 ? Fault.status(503, "") : Fault.NONE);

        try (Watch watch = client.watch(PODS, news)) {
            await(watch, List.of("a")::equals);
        }
    }

    @Test
    void current_forbidden_failsAtOnce() {
        cluster.faults(number -> Fault.status(403, "{\"message\":\"no\"}"));

        try (Watch watch = client.watch(PODS, news)) {
            assertThatThrownBy(() -> await(watch, names -> false)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void watch_forbiddenForAWhileAndSomebodyIsCalled_goesOnOnceItIsAllowed() {
        pod("a");
        cluster.faults(number -> number < 3 ? Fault.status(403, "{\"message\":\"no\"}") : Fault.NONE);

        try (Watch watch = client.watch(PODS, news::raise)) {
            await(watch, List.of("a")::equals);
        }
    }

    @Test
    void run_closed_endsItsThread() {
        Watch watch = new Watch(client, PODS, news::raise, Watch.Refusal.ENDS_IT);
        Thread thread = new Thread(watch);
        thread.start();
        await(watch, List::isEmpty);

        watch.close();

        assertThatNoExceptionJoins(thread);
    }

    private static void assertThatNoExceptionJoins(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void await_noNews_takesNoCpu() {
        try (Watch watch = client.watch(PODS, news)) {
            await(watch, List::isEmpty);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

            new Signal().await(Duration.ofMillis(300));

            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            assertThat(Duration.ofNanos(used)).isLessThan(Duration.ofMillis(100));
        }
    }
}
