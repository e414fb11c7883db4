package io.kws.sdk.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.errors.WaitTimedOutException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which failure of a call is which error, the same on each driver. The core keeps it with a transport of its own, each
 * driver with its client.
 */
public abstract class CallContract {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private volatile Behaviour behaviour = exchange -> {};

    /** Does something with a request. */
    private interface Behaviour {
        void handle(HttpExchange exchange) throws IOException;
    }

    /** Reads an object of the service at an address, by a client that repeats at most once and after a short pause. */
    protected abstract void read(URI service);

    /** Creates an object, likewise. */
    protected abstract void create(URI service);

    /** Returns what the service writes into a refusal; nothing unless it needs words to be understood. */
    protected String body(int status) {
        return "";
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            behaviour.handle(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI service() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        byte[] bytes = body(status).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(302, ConfigurationException.class),
                Arguments.of(400, InvalidRequestException.class),
                Arguments.of(401, AuthenticationFailedException.class),
                Arguments.of(403, AccessDeniedException.class),
                Arguments.of(404, NotFoundException.class),
                Arguments.of(405, CapabilityMissingException.class),
                Arguments.of(406, CapabilityMissingException.class),
                Arguments.of(408, NodeUnavailableException.class),
                Arguments.of(409, ConflictException.class),
                Arguments.of(410, CapabilityMissingException.class),
                Arguments.of(412, ConflictException.class),
                Arguments.of(413, InvalidRequestException.class),
                Arguments.of(415, CapabilityMissingException.class),
                Arguments.of(416, InvalidRequestException.class),
                Arguments.of(422, InvalidRequestException.class),
                Arguments.of(429, NodeUnavailableException.class),
                Arguments.of(500, ServiceFailureException.class),
                Arguments.of(501, CapabilityMissingException.class),
                Arguments.of(502, NodeUnavailableException.class),
                Arguments.of(503, NodeUnavailableException.class),
                Arguments.of(504, NodeUnavailableException.class),
                Arguments.of(507, ServiceFailureException.class));
    }

    private static KwsException failureOf(Runnable call) {
        KwsException failure = catchThrowableOfType(KwsException.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void read_refused_isTheErrorOfTheStatus(int status, Class<? extends KwsException> leaf) {
        behaviour = exchange -> answer(exchange, status);

        KwsException failure = failureOf(() -> read(service()));

        assertThat(failure).isExactlyInstanceOf(leaf);
        assertThat(failure.reason()).contains(" answered " + status + " to GET /");
        assertThat(failure.isOutcomeUnknown()).isFalse();
    }

    /** After a refusal nothing was created; after an error inside the service, nobody knows. */
    @ParameterizedTest
    @MethodSource("refusals")
    void create_refused_tellsWhetherItMayBeDone(int status, Class<? extends KwsException> leaf) {
        behaviour = exchange -> answer(exchange, status);

        KwsException failure = failureOf(() -> create(service()));

        assertThat(failure).isExactlyInstanceOf(leaf);
        assertThat(failure.isOutcomeUnknown()).isEqualTo(status == 408 || (status >= 500 && status != 501));
    }

    @Test
    void create_nobodyListens_wasNotDone() {
        KwsException failure = failureOf(() -> create(NOWHERE));

        assertThat(failure).isExactlyInstanceOf(NodeUnavailableException.class);
        assertThat(failure.reason()).startsWith("cannot connect to the ").contains(" at 127.0.0.1:1 (");
        assertThat(failure.isOutcomeUnknown()).isFalse();
    }

    @Test
    void create_connectionBreaks_mayBeDone() {
        behaviour = HttpExchange::close;

        KwsException failure = failureOf(() -> create(service()));

        assertThat(failure).isExactlyInstanceOf(NodeUnavailableException.class);
        assertThat(failure.reason()).startsWith("the connection broke during POST /");
        assertThat(failure.isOutcomeUnknown()).isTrue();
    }

    @Test
    void create_noAnswerBeforeTheDeadline_mayBeDone() {
        behaviour = exchange -> awaitEnd();

        KwsException failure =
                failureOf(() -> Deadline.after(Duration.ofMillis(300)).during(() -> {
                    create(service());
                    return true;
                }));

        assertThat(failure).isExactlyInstanceOf(WaitTimedOutException.class);
        assertThat(failure.reason()).startsWith("the time allowed ran out during POST /");
        assertThat(failure.isOutcomeUnknown()).isTrue();
    }

    @Test
    void create_interrupted_isCancelledAndMayBeDone() {
        Thread caller = Thread.currentThread();
        behaviour = exchange -> {
            caller.interrupt();
            awaitEnd();
        };

        KwsException failure = failureOf(() -> create(service()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isExactlyInstanceOf(CancelledException.class);
        assertThat(failure.isOutcomeUnknown()).isTrue();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
