package io.kws.sdk.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.trace.Call;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The chain with a third transport, the JDK's oldest, and with scripted answers. */
class CallChainTest extends CallContract {
    private static final Timeouts QUICK = Timeouts.builder()
            .retries(1)
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofSeconds(1))
            .build();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CallChain chain =
            new CallChain(new CallChain.NodeCalls("n1", 2, calls::add), new PlainFamily(), threads, QUICK);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Needs no credentials. */
    private record OpenSession(Transport transport) implements Session {
        @Override
        public ServiceRequest authorize(ServiceRequest request) {
            return request;
        }
    }

    /** An attempt by a function. */
    private record Attempt(Callable<ServiceAnswer> answer) implements Transport.Exchange {
        @Override
        public ServiceAnswer send() throws IOException, InterruptedException {
            try {
                return answer.call();
            } catch (IOException | InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }

        @Override
        public boolean isSent(Throwable failure) {
            return !(failure instanceof ConnectException);
        }
    }

    private static Transport.Exchange byUrlConnection(ServiceRequest request) {
        return new Attempt(() -> {
            HttpURLConnection connection =
                    (HttpURLConnection) request.uri().toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod(request.method());
            if (request.body().length > 0) {
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(request.body().length);
                connection.getOutputStream().write(request.body());
            }
            int status = connection.getResponseCode();
            InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            return new ServiceAnswer(status, Map.of(), body == null ? InputStream.nullInputStream() : body);
        });
    }

    @Override
    protected void read(URI service) {
        chain.call(
                        new ServiceRequest("GET", "plain", service.resolve("/a")),
                        new OpenSession(CallChainTest::byUrlConnection))
                .close();
    }

    @Override
    protected void create(URI service) {
        ServiceRequest request = new ServiceRequest("POST", "plain", service.resolve("/a")).withBody(new byte[] {1});
        chain.call(request, new OpenSession(CallChainTest::byUrlConnection)).close();
    }

    private static Callable<ServiceAnswer> answers(int status, String... headers) {
        Map<String, List<String>> all = headers.length == 0 ? Map.of() : Map.of(headers[0], List.of(headers[1]));
        return () -> new ServiceAnswer(status, all, new ByteArrayInputStream(new byte[0]));
    }

    private static Callable<ServiceAnswer> fails(Exception failure) {
        return () -> {
            throw failure;
        };
    }

    /** Sends a request to a service that answers in turn. */
    @SafeVarargs
    private int send(ServiceRequest request, Callable<ServiceAnswer>... answers) {
        Queue<Callable<ServiceAnswer>> turns = new ArrayDeque<>(List.of(answers));
        return chain.call(request, new OpenSession(sent -> new Attempt(turns.remove())))
                .status();
    }

    private static ServiceRequest request(String method) {
        return new ServiceRequest(method, "plain", URI.create("http://h/a?secret=1"));
    }

    @Test
    void delete_notFoundAfterALostAnswer_isDone() {
        assertThat(send(request("DELETE"), fails(new IOException("lost")), answers(404)))
                .isEqualTo(404);
    }

    @Test
    void delete_notFoundAtOnce_isNotFound() {
        assertThatThrownBy(() -> send(request("DELETE"), answers(404))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void put_refusedAfterALostAnswer_mayBeDone() {
        assertThatThrownBy(() -> send(request("PUT"), fails(new IOException("lost")), answers(400)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.isOutcomeUnknown()).isTrue());
    }

    @Test
    void post_throttledOrNotConnected_isSentAgain() {
        assertThat(send(request("POST"), answers(429), answers(201))).isEqualTo(201);
        assertThat(send(request("POST"), fails(new ConnectException("closed")), answers(201)))
                .isEqualTo(201);
    }

    @Test
    void get_neverRepeatable_isSentOnce() {
        assertThatThrownBy(() -> send(
                        request("GET").withRepeatability(Repeatability.NEVER), fails(new ConnectException("closed"))))
                .isInstanceOf(NodeUnavailableException.class);
        assertThat(calls).hasSize(1);
    }

    @Test
    void get_retryAfterIsTooLong_isGivenUp() {
        assertThatThrownBy(() -> send(request("GET"), answers(503, "Retry-After", "2")))
                .isInstanceOf(NodeUnavailableException.class);
        assertThat(calls).hasSize(1);
    }

    @Test
    void get_retryAfter_isKeptTo() {
        long begun = System.nanoTime();

        send(request("GET"), answers(503, "Retry-After", "1"), answers(200));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void get_certificateIsNotTrusted_saysWhatToDo() {
        SSLHandshakeException distrust = new SSLHandshakeException("PKIX path building failed");
        distrust.initCause(new CertificateException("unknown"));

        assertThatThrownBy(() -> send(request("GET"), fails(distrust)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("n1: the certificate of the plain service at h:80 is not trusted"
                        + " (PKIX path building failed); name its authority");
    }

    @Test
    void get_requestIsImpossible_isInvalid() {
        assertThatThrownBy(() -> send(request("GET"), fails(new IllegalArgumentException("no scheme"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageEndingWith("GET /a of plain cannot be sent by HTTP: no scheme");
    }

    @Test
    void refusal_saysWhoAnsweredWhatToWhat() {
        assertThatThrownBy(() -> send(request("GET"), answers(404, "x-id", "r1")))
                .hasMessage("n1: plain answered 404 to GET /a")
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        error -> assertThat(error.requestIds()).containsExactly("r1"));
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.status()).isEqualTo(404);
            assertThat(call.path()).isEqualTo("/a?secret=1");
            assertThat(call.requestId()).isEqualTo("r1");
        });
    }

    @Test
    void get_manyAtOnce_takeTurns() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<ServiceAnswer> slow = () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(20);
            now.decrementAndGet();
            return answers(200).call();
        };

        Stream.generate(() -> threads.submit(() -> send(request("GET"), slow)))
                .limit(6)
                .toList()
                .forEach(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(10)));

        assertThat(most).hasValue(2);
    }
}
