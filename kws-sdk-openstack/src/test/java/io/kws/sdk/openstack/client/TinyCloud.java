package io.kws.sdk.openstack.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.openstack.OpenStackStub;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.trace.CallListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A cloud that is quick enough for many thousand calls. Each server it tells of bears its name; it counts. */
final class TinyCloud implements BeforeEachCallback, AfterEachCallback {
    private static final Threads THREADS = new Threads();

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    final AtomicInteger logins = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger refusals = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    final Set<Integer> connections = ConcurrentHashMap.newKeySet();
    volatile int callsPerToken = Integer.MAX_VALUE;
    volatile Duration tokenLife = Duration.ofHours(1);
    volatile int loginStatus = 201;
    volatile Runnable meanwhile = () -> {};

    private final String name;
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger callsOfToken = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    TinyCloud(String name) {
        this.name = name;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        server.setExecutor(threads);
        server.createContext("/v3/auth/tokens", this::logIn);
        server.createContext("/v2.1/servers", this::call);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        server.stop(0);
        threads.shutdownNow();
    }

    OpenStackClient client() {
        return client(OpenStackStub.QUICK, 8);
    }

    OpenStackClient client(Timeouts timeouts, int maxConcurrentCalls) {
        CloudConfig cloud = CloudConfig.builder()
                .authUrl(url() + "/v3")
                .credentials(Credentials.applicationCredential("id", Secret.of("secret")))
                .build();
        NodeConfig node = NodeConfig.builder()
                .name(name)
                .maxConcurrentCalls(maxConcurrentCalls)
                .build();
        return new OpenStackClient(node, cloud, new DriverContext(THREADS, timeouts, CallListener.NONE));
    }

    String name() {
        return name;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void logIn(HttpExchange exchange) throws IOException {
        meanwhile.run();
        String catalog = """
                [{"type":"compute","endpoints":[{"interface":"public","region":"R","url":"%s/v2.1"}]}]""".formatted(url());
        synchronized (callsOfToken) {
            callsOfToken.set(0);
            exchange.getResponseHeaders().add("X-Subject-Token", "token-" + logins.incrementAndGet());
        }
        answer(exchange, loginStatus, OpenStackStub.login(catalog, tokenLife));
    }

    private void call(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        connections.add(exchange.getRemoteAddress().getPort());
        meanwhile.run();
        atOnce.decrementAndGet(); // before the client can know it
        if (isGood(exchange.getRequestHeaders().getFirst("X-Auth-Token"))) {
            calls.incrementAndGet();
            answer(exchange, 200, "{\"server\":{\"id\":\"1\",\"name\":\"" + name + "\"}}");
        } else {
            refusals.incrementAndGet();
            answer(exchange, 401, "{\"error\":{\"code\":401,\"message\":\"dead\"}}");
        }
    }

    private boolean isGood(String token) {
        synchronized (callsOfToken) {
            return token.equals("token-" + logins.get()) && callsOfToken.incrementAndGet() <= callsPerToken;
        }
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
