package io.kws.sdk.openstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.IdentityRef;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.trace.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A cloud over HTTP that answers what a test tells it to. It knows how to log in, and nothing else. */
public final class OpenStackStub implements BeforeEachCallback, AfterEachCallback {
    /** The token of the first login; see {@link #tokensAre}. */
    public static final String TOKEN = "gAAAAA-the-token";

    /** The password that the cloud's configuration holds. */
    public static final String PASSWORD = "the-password";

    /** Pauses of a millisecond. */
    public static final Timeouts QUICK = Timeouts.builder()
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofMillis(2))
            .build();

    private static final String SERVICES = "/(?:identity|compute|network|image|volume|placement|swift|container)";
    private static final String VERSIONS = "(?:/v\\d[\\d.]*)?(?:/AUTH_p1)?";
    private static final Threads THREADS = new Threads();

    /** Servers that have been started by earlier tests. */
    private static final Queue<WireMockServer> STARTED = new ConcurrentLinkedQueue<>();

    private static final WireMockServer IDLE = new WireMockServer(options().dynamicPort());

    private final String name;
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private WireMockServer server = IDLE;

    /**
     * Makes a cloud.
     *
     * @param name the name of its node
     */
    public OpenStackStub(String name) {
        this.name = name;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        server = Objects.requireNonNullElseGet(STARTED.poll(), OpenStackStub::start);
        server.resetAll();
        calls.clear();
        tokensAre(TOKEN);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        STARTED.add(server);
    }

    private static WireMockServer start() {
        WireMockServer server = new WireMockServer(options().dynamicPort().containerThreads(40));
        server.start();
        return server;
    }

    /** Answers a path below any service's address; a query must match if the path has one. */
    public OpenStackStub answers(String method, String path, int status, String body) {
        return answers(method, path, json(status, body));
    }

    /** Answers with more than a status and a body. */
    public OpenStackStub answers(String method, String path, ResponseDefinitionBuilder answer) {
        return on(on(method, path), answer);
    }

    /** Answers what a test describes itself. */
    public OpenStackStub on(MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.willReturn(answer));
        return this;
    }

    /** Answers a path with each status in turn, the last again and again, and an empty object. */
    public OpenStackStub answersInTurn(String method, String path, int... statuses) {
        for (int turn = 0; turn < statuses.length; turn++) {
            on(
                    on(method, path)
                            .inScenario(method + path)
                            .whenScenarioStateIs(state(turn))
                            .willSetStateTo(state(Math.min(turn + 1, statuses.length - 1))),
                    json(statuses[turn], "{}"));
        }
        return this;
    }

    /** Lets each login give the next of these tokens, the last again and again. */
    public OpenStackStub tokensAre(String... tokens) {
        for (int turn = 0; turn < tokens.length; turn++) {
            on(
                    on("POST", "/auth/tokens")
                            .inScenario("login")
                            .whenScenarioStateIs(state(turn))
                            .willSetStateTo(state(Math.min(turn + 1, tokens.length - 1))),
                    json(201, login(catalog(), Duration.ofHours(1))).withHeader("X-Subject-Token", tokens[turn]));
        }
        return this;
    }

    /** Answers logins with another catalogue. */
    public OpenStackStub catalogIs(String catalog) {
        return answers(
                "POST",
                "/auth/tokens",
                json(201, login(catalog, Duration.ofHours(1))).withHeader("X-Subject-Token", TOKEN));
    }

    /** {@return an answer with JSON and a request ID} */
    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("X-Openstack-Request-Id", "req-1")
                .withBody(body);
    }

    /** {@return what Keystone answers to a login} */
    public static String login(String catalog, Duration life) {
        Instant now = Instant.now();
        return """
                {"token":{"methods":["password"],"issued_at":"%s","expires_at":"%s","new_in_2030":{"a":[1]},
                 "user":{"id":"u1","name":"alice","domain":{"id":"default","name":"Default"}},
                 "project":{"id":"p1","name":"lab","domain":{"id":"default","name":"Default"}},
                 "roles":[{"id":"r1","name":"member"}],"catalog":%s}}""".formatted(now, now.plus(life), catalog);
    }

    /** {@return the whole catalogue} */
    public String catalog() {
        return "["
                + String.join(
                        ",",
                        service("identity", "/identity/v3"),
                        service("compute", "/compute/v2.1"),
                        service("network", "/network"),
                        service("image", "/image"),
                        service("block-storage", "/volume/v3"),
                        service("placement", "/placement"),
                        service("object-store", "/swift/v1/AUTH_p1"),
                        service("container", "/container"))
                + "]";
    }

    /** {@return one service of a catalogue} */
    public String service(String type, String path) {
        return """
                {"type":"%s","name":"%s","id":"%s","endpoints":[
                 {"id":"e1","interface":"public","region":"R1","region_id":"R1","url":"%s"}]}""".formatted(type, type, type, url() + path);
    }

    /** {@return its address} */
    public String url() {
        return server.baseUrl();
    }

    /** {@return its node's name} */
    public String name() {
        return name;
    }

    /** {@return how to reach it} */
    public CloudConfig cloud() {
        return CloudConfig.builder()
                .authUrl(url() + "/identity/v3")
                .credentials(
                        Credentials.password(IdentityRef.named("alice"), Secret.of(PASSWORD), IdentityRef.named("lab")))
                .build();
    }

    /** {@return its node} */
    public NodeConfig node() {
        return NodeConfig.builder().name(name).openstack(cloud()).build();
    }

    /** {@return a new client to it} */
    public OpenStackClient client() {
        return client(QUICK);
    }

    /** {@return a new client to it} */
    public OpenStackClient client(Timeouts timeouts) {
        return new OpenStackClient(node(), cloud(), context(timeouts));
    }

    /** {@return what drivers are opened with; remembers the calls} */
    public DriverContext context(Timeouts timeouts) {
        return new DriverContext(THREADS, timeouts, calls::add);
    }

    /** {@return the calls that the SDK has told of} */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** {@return how often a path was asked for} */
    public int count(String method, String path) {
        return server.findAll(requested(method, path)).size();
    }

    /** {@return the headers and bodies of the requests for a path} */
    public List<LoggedRequest> requests(String method, String path) {
        return server.findAll(requested(method, path));
    }

    /** {@return how often somebody logged in} */
    public int logins() {
        return count("POST", "/auth/tokens");
    }

    private static String state(int turn) {
        return turn == 0 ? Scenario.STARTED : "turn " + turn;
    }

    private static MappingBuilder on(String method, String path) {
        return method.equals("ANY") ? any(urlMatching(pattern(path))) : request(method, urlMatching(pattern(path)));
    }

    private static RequestPatternBuilder requested(String method, String path) {
        return requestedFor(method, urlMatching(pattern(path)));
    }

    private static String pattern(String path) {
        return SERVICES + VERSIONS + Pattern.quote(path) + (path.contains("?") ? "" : "(?:\\?.*)?");
    }
}
