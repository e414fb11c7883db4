package io.kws.sdk.openstack.client;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static io.kws.sdk.openstack.OpenStackStub.json;
import static io.kws.sdk.openstack.client.PlainOpenstack4j.use;
import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static io.kws.sdk.openstack.client.Service.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.openstack.OpenStackStub;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.api.exceptions.ConnectionException;
import org.openstack4j.api.exceptions.ServerResponseException;
import org.openstack4j.model.compute.Server;
import org.openstack4j.openstack.OSFactory;

/** More of what goes wrong with openstack4j alone: lost errors, lost pages, lost tokens. */
class Openstack4jAnswersTrapsTest {
    private static final List<String> CLASS_PATH = Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .toList();

    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("a");

    @AfterEach
    void forget() {
        PlainOpenstack4j.forget();
    }

    /** Trap 6: "there is no such place" looks like "there is nothing". */
    @Test
    void list_notFound_raises() {
        cloud.answers("GET", "/servers/detail", 404, "{}");

        assertThat(use(cloud, Openstack4jAnswersTrapsTest::count)).isZero();
        assertThatThrownBy(() -> cloud.client().call(Openstack4jAnswersTrapsTest::count))
                .isInstanceOf(NotFoundException.class);
    }

    /** Trap 6: what a broken service says is dropped. */
    @Test
    void list_serverError_keepsItsReasonAndRequestId() {
        cloud.answers("GET", "/servers/detail", 503, "{\"error\":{\"message\":\"database is down\"}}");

        assertThatThrownBy(() -> use(cloud, Openstack4jAnswersTrapsTest::count))
                .isInstanceOf(ServerResponseException.class)
                .hasMessageNotContaining("database");
        assertThatThrownBy(() -> cloud.client().call(Openstack4jAnswersTrapsTest::count))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("database is down")
                .satisfies(
                        error -> assertThat(((KwsException) error).requestIds()).containsExactly("req-1"));
    }

    /** Trap 6: "your password is wrong" looks like "the node is down". */
    @Test
    void renewal_refused_isNoConnectionError() {
        cloud.answers("GET", "/servers/detail", 401, "{}");
        OSClientV3 plain = PlainOpenstack4j.logIn(cloud);
        OpenStackClient client = cloud.client();
        client.services();
        cloud.answers("POST", "/auth/tokens", 401, "{\"error\":{\"message\":\"account is locked\"}}");

        assertThatThrownBy(() -> count(plain))
                .isInstanceOf(ConnectionException.class)
                .hasFieldOrPropertyWithValue("status", 0);
        assertThatThrownBy(() -> client.call(Openstack4jAnswersTrapsTest::count))
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessageContaining("account is locked");
    }

    /** Trap 7: of a long list only the first page is read; behind a proxy, the second one is on a host out of reach. */
    @Test
    void list_severalPages_readsAll() {
        cloud.answers("GET", "/servers/detail", 200, """
                        {"servers":[{"id":"1"}],"servers_links":[{"rel":"next",
                         "href":"http://10.0.0.9:8774/v2.1/servers/detail?marker=1"}]}""")
                .answers("GET", "/servers/detail?marker=1", 200, "{\"servers\":[{\"id\":\"2\"}]}");

        assertThat(use(cloud, Openstack4jAnswersTrapsTest::count)).isEqualTo(1);
        assertThat(ids(cloud.client().list(Request.get(COMPUTE, "servers", "detail"), "servers")))
                .containsExactly("1", "2");
    }

    /** Trap 7: the same with Glance, which names the next page its own way. */
    @Test
    void images_severalPages_readsAll() {
        cloud.answers("GET", "/images", 200, "{\"images\":[{\"id\":\"1\"}],\"next\":\"/v2/images?marker=1\"}")
                .answers("GET", "/images?marker=1", 200, "{\"images\":[{\"id\":\"2\"}]}");

        int plain = use(cloud, client -> client.imagesV2().list().size());

        assertThat(plain).isEqualTo(1);
        assertThat(ids(cloud.client().list(Request.get(IMAGE, "images"), "images")))
                .containsExactly("1", "2");
    }

    /** Trap 8: a client made of a kept token logs in again for every call once that token has died. */
    @Test
    void expiredToken_logsInOnce() {
        cloud.tokensAre("dead", "good", "good", "good", "good");
        tokenIsGood("good");
        var kept = PlainOpenstack4j.logIn(cloud).getToken();
        OpenStackClient client = cloud.client();
        for (int i = 0; i < 3; i++) {
            assertThat(count(OSFactory.clientFromToken(kept))).isZero();
        }
        int plainLogins = cloud.logins() - 1;

        cloud.tokensAre("dead", "good");
        for (int i = 0; i < 3; i++) {
            assertThat(client.call(Openstack4jAnswersTrapsTest::count)).isZero();
        }

        assertThat(plainLogins).isEqualTo(3);
        assertThat(cloud.logins() - 1 - plainLogins).isLessThanOrEqualTo(2);
    }

    /** Trap 9: waiting for ACTIVE ends well with a server in ERROR; so no code of ours waits with it. */
    @Test
    void waitForServerStatus_error_returnsNormally() throws IOException {
        cloud.answers("GET", "/servers/42", 200, "{\"server\":{\"id\":\"42\",\"status\":\"ERROR\"}}");

        Server plain = use(
                cloud,
                client -> client.compute()
                        .servers()
                        .waitForServerStatus("42", Server.Status.ACTIVE, 1, TimeUnit.MINUTES));

        assertThat(plain.getStatus()).isEqualTo(Server.Status.ERROR);
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file ->
                            assertThat(file).content().doesNotContain("waitForServerStatus", "bootAndWaitActive"));
        }
    }

    /** Trap 10: another connector that comes first on the class path would serve all nodes; it is named and refused. */
    @Test
    void foreignConnector_isRefused(@TempDir Path first) throws Exception {
        Path services = Files.createDirectories(first.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("org.openstack4j.core.transport.HttpExecutorService"),
                ForeignConnector.class.getName());

        assertThat(requireOwn(first))
                .startsWith(ConfigurationException.class.getName())
                .contains("\"foreign\"", "class path");
        assertThat(requireOwn(Files.createDirectory(first.resolve("empty")))).isEqualTo("accepted");
    }

    /** Trap 13: openstack4j asks for no microversion; the client does where a call needs one. */
    @Test
    void microversion_isSent() {
        cloud.answers("GET", "/servers/42/tags", 200, "{\"tags\":[]}").answers("GET", "/servers/42", 200, "{}");

        cloud.client().send(Request.get(COMPUTE, "servers", "42", "tags").microversion("2.26"));
        cloud.client().send(Request.get(COMPUTE, "servers", "42"));
        use(cloud, client -> client.compute().serverTags().list("42"));

        assertThat(cloud.requests("GET", "/servers/42/tags"))
                .extracting(request -> request.header("OpenStack-API-Version").isPresent())
                .containsExactly(true, false);
        assertThat(cloud.requests("GET", "/servers/42").get(0).containsHeader("OpenStack-API-Version"))
                .isFalse();
    }

    /** Loads openstack4j and the client anew, as a program with that class path would. */
    private static String requireOwn(Path first) throws ReflectiveOperationException, IOException {
        List<URL> urls = new ArrayList<>(List.of(first.toUri().toURL()));
        for (String entry : CLASS_PATH) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            return requireOwn(loader);
        }
    }

    private static String requireOwn(ClassLoader loader) throws ReflectiveOperationException {
        Method requireOwn = loader.loadClass(Connector.class.getName()).getDeclaredMethod("requireOwn");
        requireOwn.setAccessible(true);
        try {
            requireOwn.invoke(null);
            return "accepted";
        } catch (InvocationTargetException e) {
            return e.getTargetException().getClass().getName() + ": " + message(e.getTargetException());
        }
    }

    private static String message(Throwable error) throws ReflectiveOperationException {
        return (String) error.getClass().getMethod("reason").invoke(error);
    }

    private static int count(OSClientV3 client) {
        return client.compute().servers().list().size();
    }

    private void tokenIsGood(String token) {
        cloud.answers("GET", "/servers/detail", 401, "{}")
                .on(
                        get("/compute/v2.1/servers/detail").withHeader("X-Auth-Token", equalTo(token)),
                        json(200, "{\"servers\":[]}"));
    }

    private static List<String> ids(List<JsonNode> things) {
        return things.stream().map(thing -> thing.path("id").asText()).toList();
    }
}
