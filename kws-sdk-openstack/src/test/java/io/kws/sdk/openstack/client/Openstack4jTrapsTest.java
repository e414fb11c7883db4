package io.kws.sdk.openstack.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static io.kws.sdk.openstack.OpenStackStub.json;
import static io.kws.sdk.openstack.client.PlainOpenstack4j.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.openstack.OpenStackStub;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.common.ActionResponse;
import org.openstack4j.model.common.Payloads;
import org.openstack4j.model.compute.Action;
import org.openstack4j.model.compute.RebootType;
import org.openstack4j.model.compute.Server;
import org.openstack4j.model.compute.ServerCreate;
import org.openstack4j.openstack.compute.domain.NovaServerCreate;

/** What goes wrong with openstack4j alone, and does not through the client; by the numbers of the notes on it. */
class Openstack4jTrapsTest {
    private static final ServerCreate SPEC =
            NovaServerCreate.builder().name("s").image("i").flavor("f").build();

    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("a");

    @RegisterExtension
    final OpenStackStub other = new OpenStackStub("b");

    @AfterEach
    void forget() {
        PlainOpenstack4j.forget();
    }

    /** Trap 1: the client of cloud A talks to cloud B, once the thread has logged in to B. */
    @Test
    void routing_twoCloudsOnOneThread_eachAnswersForItself() {
        serverNamed("from-a", cloud);
        serverNamed("from-b", other);
        OSClientV3 plainA = PlainOpenstack4j.logIn(cloud);
        OSClientV3 plainB = PlainOpenstack4j.logIn(other);
        OpenStackClient gateA = cloud.client();
        OpenStackClient gateB = other.client();

        assertThat(List.of(nameBy(plainA), nameBy(plainB))).containsExactly("from-b", "from-b");
        assertThat(List.of(gateA.call(Openstack4jTrapsTest::nameBy), gateB.call(Openstack4jTrapsTest::nameBy)))
                .containsExactly("from-a", "from-b");
    }

    /** Trap 1: on another thread than that of the login, there is no session at all. */
    @Test
    void routing_otherThread_works() {
        serverNamed("from-a", cloud);
        OSClientV3 plain = PlainOpenstack4j.logIn(cloud);
        OpenStackClient client = cloud.client();

        assertThat(onOtherThread(() -> nameBy(plain)))
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(NullPointerException.class);
        assertThat(onOtherThread(() -> client.call(Openstack4jTrapsTest::nameBy)))
                .succeedsWithin(10, TimeUnit.SECONDS)
                .isEqualTo("from-a");
    }

    /** Trap 2: what the service refused is reported as done. */
    @ParameterizedTest
    @CsvSource({"delete,413", "delete,429", "delete,503", "start,502", "stop,504", "reboot,503", "stop,429"})
    void action_refused_raises(String action, int status) {
        cloud.answers("ANY", "/servers/42", status, "{}").answers("ANY", "/servers/42/action", status, "{}");

        ActionResponse plain = use(cloud, client -> act(client, action));

        assertThat(plain.isSuccess()).isTrue();
        assertThatThrownBy(() -> cloud.client().call(client -> act(client, action)))
                .isInstanceOf(KwsException.class)
                .hasMessageContaining("answered " + status);
    }

    /** Trap 2: a broken service is told as a server that is being built, with a status that nobody sent. */
    @Test
    void action_serverError_keepsItsReason() {
        cloud.answers("ANY", "/servers/42", 500, "{}")
                .answers("POST", "/servers/42/action", 500, fault("disk is full"));

        ActionResponse plain = use(cloud, client -> act(client, "delete"));

        assertThat(plain.getCode()).isEqualTo(409);
        assertThat(plain.getFault()).contains("build state");
        assertThatThrownBy(() -> cloud.client().call(client -> act(client, "stop")))
                .hasMessageContaining("disk is full");
    }

    /** Trap 2: a refused order for a server is a null. */
    @Test
    void boot_notFound_raises() {
        cloud.answers("POST", "/servers", 404, fault("no such place"));

        Server plain = use(cloud, client -> client.compute().servers().boot(SPEC));

        assertThat(plain).isNull();
        assertThatThrownBy(() ->
                        cloud.client().call(client -> client.compute().servers().boot(SPEC)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("no such place");
    }

    /** Trap 3: an upload that was forbidden only lacks its checksum. */
    @Test
    void upload_forbidden_raises() {
        cloud.answers("PUT", "/bucket/a.txt", html(403, "Access was denied"));

        String plain = use(cloud, Openstack4jTrapsTest::upload);

        assertThat(plain).isNull();
        assertThatThrownBy(() -> cloud.client().call(Openstack4jTrapsTest::upload))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("Access was denied");
    }

    /** Trap 3: the error page becomes the user's file. */
    @Test
    void download_missing_raises(@TempDir Path folder) throws IOException {
        cloud.answers("GET", "/bucket/a.txt", html(404, "The resource could not be found"));
        Path plain = folder.resolve("plain");
        Path ours = folder.resolve("ours");

        use(cloud, client -> download(client, plain));

        assertThat(Files.readString(plain)).contains("could not be found");
        assertThatThrownBy(() -> cloud.client().call(client -> download(client, ours)))
                .isInstanceOf(NotFoundException.class);
        assertThat(ours).doesNotExist();
    }

    /** Trap 3: names are not encoded, so that {@code a#b} is stored as {@code a}. */
    @Test
    void upload_nameWithHash_isNotCutOff() {
        cloud.answers("PUT", "/bucket/a", json(201, "").withHeader("ETag", "1"));
        Function<OSClientV3, String> upload =
                client -> client.objectStorage().objects().put("bucket", "a#b", Payloads.create(stream()));

        assertThat(use(cloud, upload)).isEqualTo("1");
        assertThatThrownBy(() -> cloud.client().call(upload)).hasMessageContaining("does not encode");
    }

    /** Trap 4: a service that is not there is replaced by Keystone, so that nothing is found where nothing can be. */
    @Test
    void service_missing_raises() {
        cloud.catalogIs("[" + cloud.service("identity", "/identity/v3") + "]")
                .answers("GET", "/v3/servers/detail", 404, "{}")
                .answers("GET", "/servers/detail", 404, "{}");

        List<? extends Server> plain =
                use(cloud, client -> client.compute().servers().list());

        assertThat(plain).isEmpty();
        assertThatThrownBy(() ->
                        cloud.client().call(client -> client.compute().servers().list()))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageContaining("no compute service");
    }

    /** Trap 5: today's type of Cinder is unknown, and Keystone answers for it. */
    @ParameterizedTest
    @ValueSource(strings = {"block-storage", "block-store", "volumev3"})
    void blockStorage_anyOfItsTypes_isFound(String type) {
        cloud.catalogIs("[" + cloud.service("identity", "/identity/v3") + "," + cloud.service(type, "/volume/v3") + "]")
                .on(get("/volume/v3/volumes/detail"), json(200, "{\"volumes\":[{\"id\":\"v1\"}]}"));
        Function<OSClientV3, Integer> count =
                client -> client.blockStorage().volumes().list().size();

        assertThat(use(cloud, count)).isEqualTo(type.equals("volumev3") ? 1 : 0);
        assertThat(cloud.client().call(count)).isEqualTo(1);
    }

    /** Trap 5: Zun is taken for Magnum. */
    @Test
    void container_isZun() {
        cloud.catalogIs("[" + cloud.service("container", "/volume/v1") + "]").answers("GET", "/clusters", 404, "{}");

        int plain = use(cloud, client -> client.magnum().listClusters().size());

        assertThat(plain).isZero();
        assertThat(cloud.count("GET", "/clusters")).isEqualTo(1);
        assertThatThrownBy(() -> cloud.client().call(client -> client.magnum().listClusters()))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageContaining("no container-infra service");
    }

    private static void serverNamed(String name, OpenStackStub cloud) {
        cloud.answers("GET", "/servers/42", 200, "{\"server\":{\"id\":\"42\",\"name\":\"" + name + "\"}}");
    }

    private static String nameBy(OSClientV3 client) {
        return client.compute().servers().get("42").getName();
    }

    private static <R> CompletableFuture<R> onOtherThread(Supplier<R> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
    }

    private static ActionResponse act(OSClientV3 client, String action) {
        var servers = client.compute().servers();
        return switch (action) {
            case "delete" -> servers.delete("42");
            case "reboot" -> servers.reboot("42", RebootType.SOFT);
            default -> servers.action("42", action.equals("start") ? Action.START : Action.STOP);
        };
    }

    private static String upload(OSClientV3 client) {
        return client.objectStorage().objects().put("bucket", "a.txt", Payloads.create(stream()));
    }

    private static ByteArrayInputStream stream() {
        return new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8));
    }

    private static File download(OSClientV3 client, Path file) {
        try {
            client.objectStorage().objects().download("bucket", "a.txt").writeToFile(file.toFile());
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fault(String message) {
        return "{\"computeFault\":{\"code\":500,\"message\":\"" + message + "\"}}";
    }

    private static ResponseDefinitionBuilder html(int status, String text) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><h1>Error</h1><p>" + text + "</p></html>");
    }
}
