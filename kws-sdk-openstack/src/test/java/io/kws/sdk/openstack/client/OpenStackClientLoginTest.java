package io.kws.sdk.openstack.client;

import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.steps.MoreTime;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.OpenStackStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the client logs in. */
class OpenStackClientLoginTest {
    private static final Request GET = Request.get(COMPUTE, "servers", "1");

    @RegisterExtension
    final TinyCloud cloud = new TinyCloud("kws1");

    @RegisterExtension
    final OpenStackStub stub = new OpenStackStub("kws2");

    @Test
    void calls_manyThreads_logInOnce() throws InterruptedException {
        OpenStackClient client = cloud.client();

        List<Throwable> failures = Crowd.run(32, 1000, i -> client.send(GET));

        assertThat(failures).isEmpty();
        assertThat(cloud.logins).hasValue(1);
        assertThat(cloud.calls).hasValue(1000);
    }

    /** S2: a token that dies every 200 calls costs five logins for 1,000 calls, whatever the number of threads. */
    @Test
    void calls_tokenDiesEvery200_logInOncePerLife() throws InterruptedException {
        cloud.callsPerToken = 200;
        OpenStackClient client = cloud.client();

        List<Throwable> failures = Crowd.run(32, 1000, i -> client.send(GET));

        assertThat(failures).isEmpty();
        assertThat(cloud.logins).hasValue(5);
    }

    /** So few that a new token may be dead again before whoever waited for it comes to use it. */
    @Test
    void calls_tokenDiesEvery16_succeedAllTheSame() throws InterruptedException {
        cloud.callsPerToken = 16;
        OpenStackClient client = cloud.client();

        List<Throwable> failures = Crowd.run(8, 400, i -> client.send(GET));

        assertThat(failures).isEmpty();
        assertThat(cloud.logins).hasValue(25);
    }

    /** S3: as many connections as calls may be under way at once. */
    @Test
    void calls_manyThreads_keepTheirConnections() throws InterruptedException {
        OpenStackClient client = cloud.client();

        List<Throwable> failures = Crowd.run(8, 1000, i -> client.send(GET));

        assertThat(failures).isEmpty();
        assertThat(cloud.connections).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void calls_moreThanAllowedAtOnce_wait() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        cloud.meanwhile = three::countDown;
        OpenStackClient client = cloud.client(OpenStackStub.QUICK, 3);

        List<Throwable> failures = Crowd.run(16, 200, i -> client.send(GET));

        assertThat(failures).isEmpty();
        assertThat(cloud.mostAtOnce.get()).isBetween(1, 3);
    }

    @Test
    void token_aboutToDie_isRenewedBeforeTheCall() {
        cloud.tokenLife = Duration.ZERO;
        OpenStackClient client = cloud.client();

        client.send(GET);
        client.send(GET);

        assertThat(cloud.refusals).hasValue(0);
        assertThat(cloud.logins.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void renewAt_clocksDiffer_countsFromOurs() {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");

        assertThat(Token.renewAt(now, Duration.ofHours(1))).isEqualTo("2030-01-01T00:59:00Z");
        assertThat(Token.renewAt(now, Duration.ofSeconds(100))).isEqualTo("2030-01-01T00:01:30Z");
    }

    @Test
    void keystonesClockIsBehind_logsInOnce() {
        Instant past = Instant.now().minus(Duration.ofHours(5));
        String login = OpenStackStub.login(stub.catalog(), Duration.ofHours(1))
                .replaceAll("\"issued_at\":\"[^\"]*\"", "\"issued_at\":\"" + past + "\"")
                .replaceAll("\"expires_at\":\"[^\"]*\"", "\"expires_at\":\"" + past.plusSeconds(3600) + "\"");
        stub.answers("POST", "/auth/tokens", OpenStackStub.json(201, login).withHeader("X-Subject-Token", "t"))
                .answers("GET", "/servers/1", 200, "{}");
        OpenStackClient client = stub.client();

        client.send(GET);
        client.send(GET);

        assertThat(stub.logins()).isEqualTo(1);
    }

    @Test
    void call_refusedOnce_isRepeatedWithANewToken() {
        stub.tokensAre("t1", "t2").answersInTurn("POST", "/servers", 401, 202);

        stub.client().send(Request.of("POST", COMPUTE, "servers"));

        assertThat(stub.requests("POST", "/servers"))
                .extracting(request -> request.getHeader("X-Auth-Token"))
                .containsExactly("t1", "t2");
    }

    @Test
    void calls_refusedForEver_doNotLogInForEver() {
        stub.tokensAre("t1", "t2", "t3", "t4").answers("GET", "/servers/1", 401, "{}");
        OpenStackClient client = stub.client();

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> client.send(GET)).isInstanceOf(AuthenticationFailedException.class);
        }

        assertThat(stub.logins()).isEqualTo(2);
    }

    @Test
    void call_acceptedAfterARefusal_renewsTheTokenAgain() {
        stub.tokensAre("t1", "t2", "t3").answersInTurn("GET", "/servers/1", 401, 401, 200, 401, 200);
        OpenStackClient client = stub.client();

        assertThatThrownBy(() -> client.send(GET)).isInstanceOf(AuthenticationFailedException.class);
        client.send(GET);
        client.send(GET);

        assertThat(stub.logins()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 503, 500, 404})
    void login_fails_isSharedByThoseWhoWait(int status) throws InterruptedException {
        MoreTime.untilItHolds(delay -> {
            stub.answers(
                    "POST", "/auth/tokens", OpenStackStub.json(status, "{}").withFixedDelay((int) delay.toMillis()));
            OpenStackClient client = stub.client();
            int before = stub.logins();

            List<Throwable> failures = Crowd.run(16, 16, i -> client.send(GET));

            assertThat(failures).hasSize(16).doesNotHaveDuplicates();
            assertThat(failures.stream().map(Throwable::getClass).distinct()).hasSize(1);
            assertThat(failures)
                    .extracting(error -> ((KwsException) error).node())
                    .containsOnly("kws2");
            assertThat(stub.logins() - before).isEqualTo(status >= 500 ? 4 : 1);
        });
    }

    /** A wrong address of Keystone's must not look as if the server were not there. */
    @Test
    void login_noKeystoneThere_isAnErrorOfTheConfiguration() {
        stub.answers("POST", "/auth/tokens", 404, "{}");

        assertThatThrownBy(() -> stub.client().send(GET))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("check auth_url");
    }
}
