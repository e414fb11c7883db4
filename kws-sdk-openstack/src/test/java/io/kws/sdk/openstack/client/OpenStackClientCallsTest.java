package io.kws.sdk.openstack.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.kws.sdk.openstack.OpenStackStub.QUICK;
import static io.kws.sdk.openstack.OpenStackStub.json;
import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static io.kws.sdk.openstack.client.Service.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.MoreTime;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.openstack.OpenStackStub;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.trace.Call;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstack4j.model.common.Payloads;
import org.openstack4j.model.storage.object.options.ObjectLocation;

/** What the client repeats, for how long it waits, and what it makes of no answer at all. */
class OpenStackClientCallsTest {
    private static final Request GET = Request.get(COMPUTE, "servers", "42");
    private static final Request POST = Request.of("POST", COMPUTE, "servers");
    private static final Request DELETE = Request.of("DELETE", COMPUTE, "servers", "42");

    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429, 408})
    void get_failsOnce_isRepeated(int status) {
        cloud.answersInTurn("GET", "/servers/42", status, 200);

        cloud.client().send(GET);

        assertThat(cloud.calls()).extracting(Call::status).containsExactly(201, status, 200);
    }

    @Test
    void get_commonPoolIsBusy_isAnswered() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        ForkJoinPool pool = ForkJoinPool.commonPool();
        CountDownLatch busy = new CountDownLatch(pool.getParallelism());
        for (int i = 0; i < pool.getParallelism(); i++) {
            pool.execute(() -> {
                busy.countDown();
                assertThatCode(end::await).doesNotThrowAnyException();
            });
        }
        busy.await();
        cloud.answers("GET", "/servers/42", 200, "{}");
        try {
            assertThatCode(() -> cloud.client().send(GET)).doesNotThrowAnyException();
        } finally {
            end.countDown();
        }
    }

    @Test
    void get_failsForEver_isGivenUp() {
        cloud.answers("GET", "/servers/42", 503, "{}");

        assertThatThrownBy(() -> cloud.client().send(GET))
                .isInstanceOfSatisfying(
                        NodeUnavailableException.class,
                        error -> assertThat(error.isOutcomeUnknown()).isFalse());
        assertThat(cloud.count("GET", "/servers/42")).isEqualTo(1 + QUICK.retries());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void post_fails_isSentOnce(int status) {
        cloud.answers("POST", "/servers", status, "{}");

        assertThatThrownBy(() -> cloud.client().send(POST)).hasMessageContaining("answered " + status);
        assertThat(cloud.count("POST", "/servers")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void post_answerIsLost_isSentOnce(Fault fault) {
        cloud.answers("POST", "/servers", aResponse().withFault(fault));

        assertThatThrownBy(() -> cloud.client().send(POST))
                .isInstanceOfSatisfying(
                        NodeUnavailableException.class,
                        error -> assertThat(error.isOutcomeUnknown()).isTrue());
        assertThat(cloud.count("POST", "/servers")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void get_answerIsLost_isRepeated(Fault fault) {
        cloud.answersInTurn("GET", "/servers/42", 200, 200)
                .answers("GET", "/servers/42", aResponse().withFault(fault));

        assertThatThrownBy(() -> cloud.client().send(GET))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageStartingWith("kws1: the connection broke during GET /compute/v2.1/servers/42 of compute");
        assertThat(cloud.count("GET", "/servers/42")).isGreaterThan(QUICK.retries());
    }

    @Test
    void post_throttled_isRepeated() {
        cloud.answersInTurn("POST", "/servers", 429, 202);

        assertThatCode(() -> cloud.client().send(POST)).doesNotThrowAnyException();
        assertThat(cloud.count("POST", "/servers")).isEqualTo(2);
    }

    @Test
    void delete_answerIsLost_isRepeatedAndDone() {
        cloud.answersInTurn("DELETE", "/servers/42", 503, 404);

        assertThatCode(() -> cloud.client().send(DELETE)).doesNotThrowAnyException();
    }

    @Test
    void delete_throttledThenMissing_isNotFound() {
        cloud.answersInTurn("DELETE", "/servers/42", 429, 404);

        assertThatThrownBy(() -> cloud.client().send(DELETE)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void retryAfter_longerThanTheLongestPause_isGivenUp() {
        cloud.answers("GET", "/servers/42", json(429, "{}").withHeader("Retry-After", "7"));

        assertThatThrownBy(() -> cloud.client().send(GET)).isInstanceOf(NodeUnavailableException.class);
        assertThat(cloud.count("GET", "/servers/42")).isEqualTo(1);
    }

    @Test
    void retryAfter_longerThanTheTimeLeft_isGivenUp() {
        cloud.answers("GET", "/servers/42", json(429, "{}").withHeader("Retry-After", "7200"));
        OpenStackClient client =
                cloud.client(Timeouts.builder().longestPause(Duration.ofDays(1)).build());

        assertThatThrownBy(() -> Deadline.after(Duration.ofHours(1)).during(() -> client.send(GET)))
                .isInstanceOf(NodeUnavailableException.class);
        assertThat(cloud.count("GET", "/servers/42")).isEqualTo(1);
    }

    @Test
    void retryAfter_isWaitedFor() {
        Timeouts patient = Timeouts.builder()
                .firstPause(Duration.ofNanos(1))
                .longestPause(Duration.ofSeconds(1))
                .build();
        cloud.answersInTurn("GET", "/servers/42", 429, 200)
                .on(
                        get("/compute/v2.1/servers/42")
                                .inScenario("GET/servers/42")
                                .whenScenarioStateIs("Started")
                                .willSetStateTo("turn 1"),
                        json(429, "{}").withHeader("Retry-After", "1"));
        long begun = System.nanoTime();

        cloud.client(patient).send(GET);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void anything_redirected_isNoSuccess(int status) {
        cloud.answers("DELETE", "/servers/42", json(status, "").withHeader("Location", "https://new.example/x?key=1"));

        assertThatThrownBy(() -> cloud.client().send(DELETE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("https://new.example/x:")
                .hasMessageNotContaining("key");
    }

    @Test
    void get_slowBody_endsWithTheAttempt() {
        cloud.answers("GET", "/servers/42", json(200, "{\"a\":1}").withChunkedDribbleDelay(5, 60_000));

        MoreTime.untilItHolds(attempt -> assertThatThrownBy(() -> cloud.client(
                                Timeouts.builder().attempt(attempt).retries(0).build())
                        .send(GET))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("no answer to GET /compute/v2.1/servers/42 of compute within"));
    }

    @Test
    void get_deadlineBeforeTheAttemptsEnd_timesOut() {
        cloud.answers("GET", "/servers/42", json(200, "{}").withFixedDelay(60_000));
        OpenStackClient client = cloud.client();
        client.services();

        MoreTime.untilItHolds(allowed -> {
            int before = cloud.calls().size();
            assertThatThrownBy(() -> Deadline.after(allowed).during(() -> client.send(GET)))
                    .isInstanceOf(WaitTimedOutException.class)
                    .hasMessageContaining("GET /compute/v2.1/servers/42");
            assertThat(cloud.calls()).hasSize(before + 1);
        });
    }

    @Test
    void get_interrupted_isCancelledAndKeepsTheFlag() {
        OpenStackClient client = cloud.client();
        client.services();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.send(GET)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void post_nobodyListens_isRepeatedAsItWasNeverSent() {
        CloudConfig nowhere = CloudConfig.builder()
                .authUrl(cloud.url() + "/identity/v3")
                .credentials(Credentials.applicationCredential("id", Secret.of("s")))
                .putEndpointOverrides("compute", URI.create("http://127.0.0.1:1"))
                .build();
        OpenStackClient client =
                new OpenStackClient(NodeConfig.builder().name("kws1").build(), nowhere, cloud.context(QUICK));

        assertThatThrownBy(() -> client.send(POST))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("cannot connect to the compute service at 127.0.0.1:1");
        assertThat(cloud.calls()).hasSize(1 + 1 + QUICK.retries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"server\":", "[1,2]", "<html>Welcome</html>", ""})
    void get_noJsonObject_isAFailureOfTheService(String body) {
        cloud.answers("GET", "/servers/42", 200, body);

        assertThatThrownBy(() -> cloud.client().send(GET))
                .isInstanceOf(ServiceFailureException.class)
                .hasMessageContaining("GET /compute/v2.1/servers/42");
    }

    @Test
    void delete_emptyHtml_isSuccess() {
        cloud.answers("DELETE", "/servers/42", aResponse().withStatus(204).withHeader("Content-Type", "text/html"));

        assertThat(cloud.client().send(DELETE)).isEmpty();
    }

    @Test
    void openstack4j_malformedAnswer_isAFailureOfTheService() {
        cloud.answers("GET", "/servers/42", 200, "{\"server\":");

        assertThatThrownBy(() ->
                        cloud.client().call(client -> client.compute().servers().get("42")))
                .isInstanceOf(ServiceFailureException.class)
                .hasMessageStartingWith("kws1: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"images\":{}}", "{\"images\":null}"})
    void list_answerWithoutTheList_isNotEmpty(String body) {
        cloud.answers("GET", "/images", 200, body);

        assertThatThrownBy(() -> cloud.client().list(Request.get(IMAGE, "images"), "images"))
                .isInstanceOf(ServiceFailureException.class)
                .hasMessageContaining("no list of images");
    }

    @Test
    void list_placeLostBetweenTwoPages_isBegunAnew() {
        cloud.on(
                get(urlPathEqualTo("/image/v2/images")).inScenario("list").willSetStateTo("changed"),
                json(200, "{\"images\":[{\"id\":\"1\"}],\"next\":\"/v2/images?marker=1\"}"));
        cloud.on(
                get(urlPathEqualTo("/image/v2/images")).withQueryParam("marker", equalTo("1")),
                json(400, "{\"message\":\"marker [1] not found\"}"));
        cloud.on(
                get(urlPathEqualTo("/image/v2/images"))
                        .withQueryParam("marker", absent())
                        .inScenario("list")
                        .whenScenarioStateIs("changed"),
                json(200, "{\"images\":[{\"id\":\"2\"}]}"));

        assertThat(cloud.client().list(Request.get(IMAGE, "images"), "images"))
                .extracting(image -> image.path("id").asText())
                .containsExactly("2");
    }

    @Test
    void list_placeLostAgainAndAgain_raises() {
        cloud.on(
                get(urlPathEqualTo("/image/v2/images")),
                json(200, "{\"images\":[{\"id\":\"1\"}],\"next\":\"/v2/images?marker=1\"}"));
        cloud.on(
                get(urlPathEqualTo("/image/v2/images")).withQueryParam("marker", equalTo("1")),
                json(400, "{\"message\":\"marker [1] not found\"}"));

        assertThatThrownBy(() -> cloud.client().list(Request.get(IMAGE, "images"), "images"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("marker [1] not found");
        assertThat(cloud.count("GET", "/images")).isEqualTo(8);
    }

    @Test
    void upload_throttled_isNotRepeatedWithAnEmptyBody() {
        cloud.answersInTurn("PUT", "/bucket/a", 429, 201);

        assertThatThrownBy(() -> cloud.client()
                        .call(client -> client.objectStorage()
                                .objects()
                                .put("bucket", "a", Payloads.create(new ByteArrayInputStream(new byte[9])))))
                .isInstanceOf(NodeUnavailableException.class);
        assertThat(cloud.count("PUT", "/bucket/a")).isEqualTo(1);
    }

    @Test
    void upload_tokenDied_isNotRepeatedWithAnEmptyBody() {
        cloud.answersInTurn("PUT", "/bucket/a", 401, 201);

        assertThatThrownBy(() -> cloud.client()
                        .call(client -> client.objectStorage()
                                .objects()
                                .put("bucket", "a", Payloads.create(new ByteArrayInputStream(new byte[9])))))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("upload again");
        assertThat(cloud.logins()).isEqualTo(2);
    }

    @Test
    void copy_setsALengthItself_isSent() {
        cloud.answers("PUT", "/bucket/b", json(201, "").withHeader("ETag", "e"));

        String etag = cloud.client()
                .call(client -> client.objectStorage()
                        .objects()
                        .copy(ObjectLocation.create("bucket", "a"), ObjectLocation.create("bucket", "b")));

        assertThat(etag).isEqualTo("e");
    }
}
