package io.kws.sdk.k8s.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.apps.LogQuery;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.apps.KubernetesApps;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.rentals.RentalId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogFollowerTest {
    private static final String DEPLOYMENT = "/apis/apps/v1/default/deployments/web";
    private static final RentalId RENTAL = RentalId.random();
    private static final String RUNNING = "{\"running\":{}}";
    private static final String UNREADABLE = "unable to retrieve container logs for containerd://c1";
    private static final String ENDED = "{\"terminated\":{}}";

    private final TinyCluster cluster = new TinyCluster();
    private final KubernetesApps apps = new KubernetesApps(new ClusterContext(
            cluster.client(),
            new UseCaseRunner("tiny", cluster.context().threads(), TinyCluster.QUICK),
            cluster.config().build()));
    private final Map<String, String> logs = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void deploy() {
        cluster.logs(this::answer);
        apps.deploy(AppSpec.builder()
                .name("web")
                .image("kws/web:1")
                .port(80)
                .rentalId(RENTAL)
                .build());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    /** Sends a Pod's log. That of one that runs on breaks off, as if the connection were cut. */
    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        String pod = exchange.getRequestURI().getPath().replaceAll(".*/pods/([^/]+)/log", "$1");
        byte[] text = logs.getOrDefault(pod, "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private void pod(String name, String container, String state) {
        cluster.put(
                "/api/v1/default/pods/" + name, TinyCluster.json("""
                {"metadata":{"name":"%s","namespace":"default","uid":"uid-%s","labels":{"kws.rental":"%s"}},
                 "status":{"containerStatuses":[
                  {"name":"proxy","containerID":"p","state":{"running":{}}},
                  {"name":"app","containerID":"%s","state":%s}]}}""".formatted(name, name, RENTAL, container, state)));
    }

    private void endApp() {
        cluster.keys().stream().filter(key -> key.contains("/pods/")).forEach(cluster::remove);
        cluster.remove(DEPLOYMENT);
    }

    private static String line(int second, String text) {
        return "2026-01-01T00:00:%02d.5Z %s\n".formatted(second, text);
    }

    private static String nextOf(LogStream stream) {
        return stream.next().text();
    }

    @Test
    void follow_podsThatComeLater_areReadFromTheirFirstLine() {
        logs.put("old", line(1, "from the old one"));
        logs.put("new", line(2, "from the new one"));
        pod("old", "c1", RUNNING);

        try (LogStream stream = apps.follow("web", LogQuery.tail(5))) {
            assertThat(nextOf(stream)).isEqualTo("from the old one");
            pod("new", "c2", RUNNING);

            assertThat(stream.next())
                    .extracting(LogLine::replica, LogLine::text)
                    .containsExactly("new", "from the new one");
        }
        assertThat(asked)
                .filteredOn(path -> path.contains("/old/"))
                .first()
                .asString()
                .contains("tailLines=5");
        assertThat(asked).filteredOn(path -> path.contains("/new/")).noneMatch(path -> path.contains("tailLines"));
    }

    @Test
    void follow_containerRestarts_goesOnWithTheNextRun() {
        logs.put("pod", line(1, "first run"));
        pod("pod", "c1", RUNNING);

        try (LogStream stream = apps.follow("web", LogQuery.tail(5))) {
            assertThat(nextOf(stream)).isEqualTo("first run");
            logs.put("pod", line(2, "second run"));
            pod("pod", "c2", RUNNING);

            assertThat(nextOf(stream)).isEqualTo("second run");
        }
    }

    @Test
    void follow_connectionEndsWhileThePodRuns_goesOnWhereItBrokeOff() {
        logs.put("pod", line(1, "one"));
        pod("pod", "c1", RUNNING);

        try (LogStream stream = apps.follow("web", LogQuery.tail(5))) {
            assertThat(nextOf(stream)).isEqualTo("one");
            logs.put("pod", line(1, "one") + line(1, "one again?") + line(2, "two"));

            assertThat(nextOf(stream)).isEqualTo("two");
        }
        assertThat(asked).last().asString().contains("sinceTime=2026-01-01T00%3A00%3A0");
    }

    @Test
    void follow_machineCannotReadTheLogYet_triesAgainAndTellsNoReasonAsALine() {
        logs.put("pod", UNREADABLE);
        pod("pod", "c1", RUNNING);

        try (LogStream stream = apps.follow("web", LogQuery.tail(5))) {
            awaitAsked(3);
            logs.put("pod", line(1, "one") + UNREADABLE);

            assertThat(nextOf(stream)).isEqualTo("one");
            logs.put("pod", line(1, "one") + line(2, "two"));
            assertThat(nextOf(stream)).isEqualTo("two");
        }
    }

    @Test
    void follow_machineCannotReadTheLogOfARunThatIsOver_endsWithTheApp() {
        logs.put("pod", UNREADABLE);
        pod("pod", "c1", ENDED);

        try (LogStream stream = apps.follow("web", LogQuery.tail(5))) {
            awaitAsked(1);
            endApp();

            assertThat(stream.hasNext()).isFalse();
        }
    }

    private void awaitAsked(int times) {
        int reached = Deadline.after(Duration.ofSeconds(20))
                .during(() -> new Waiting(PollInterval.every(Duration.ofMillis(1)))
                        .until(asked::size, number -> number >= times, number -> "asked " + number + " times"));
        assertThat(reached).isGreaterThanOrEqualTo(times);
    }

    @Test
    void logs_machineCannotReadSome_givesTheOthers() {
        logs.put("read", line(1, "one") + line(2, "50%\r100%") + "\n" + UNREADABLE + "\n2026-01-01T00:00:03Z\n");
        logs.put("unread", "failed to try resolving symlinks in path \"/var/log/pods/x\": no such file\n");
        pod("read", "c1", RUNNING);
        pod("unread", "c2", RUNNING);

        assertThat(apps.logs("web", LogQuery.tail(5)))
                .extracting(LogLine::text)
                .containsExactly("one", "50%\r100%", "");
    }

    @Test
    void follow_appIsDeleted_endsAfterTheLastLine() {
        logs.put("pod", line(1, "last words"));
        pod("pod", "c1", ENDED);

        try (LogStream stream = apps.follow("web", LogQuery.tail(5))) {
            assertThat(nextOf(stream)).isEqualTo("last words");
            endApp();

            assertThat(stream.hasNext()).isFalse();
        }
    }

    @Test
    void follow_deploymentOfTheNameMadeAnew_endsAsWell() {
        try (LogStream stream = apps.follow("web", LogQuery.tail(5))) {
            endApp();
            cluster.put(DEPLOYMENT, TinyCluster.json("{\"metadata\":{\"name\":\"web\",\"uid\":\"other\"}}"));

            assertThat(stream.hasNext()).isFalse();
        }
    }

    @Test
    void follow_logCannotBeReachedForGood_saysSoOnce() {
        cluster.logs(HttpExchange::close);
        pod("pod", "c1", RUNNING);

        try (LogStream stream = apps.follow("web", LogQuery.tail(5))) {
            assertThatThrownBy(stream::hasNext).isInstanceOf(NodeUnavailableException.class);
            assertThat(stream.hasNext()).isFalse();
        }
    }
}
