package io.kws.sdk.k8s.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.driver.errors.ErrorDetails;
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
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.TinyCluster.Fault;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.trace.Call;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterClientTest {
    private static final Request READ = Request.get(ApiResource.PODS, "default", "web");
    private static final Request CREATE = Request.create(ApiResource.PODS, "default", Map.of("kind", "Pod"));
    private static final Fault UNAVAILABLE = Fault.status(503, "");

    private final TinyCluster cluster = new TinyCluster();
    private final ClusterClient client = cluster.client();

    @AfterEach
    void close() {
        client.close();
        cluster.close();
    }

    private void pod() {
        cluster.put("/api/v1/default/pods/web", TinyCluster.json("{\"metadata\":{\"name\":\"web\"}}"));
    }

    @Test
    void send_unknownFieldsEverywhere_isRead() {
        pod();

        assertThat(client.send(READ).path("metadata").path("name").asText()).isEqualTo("web");
        assertThat(client.send(READ).has("newIn2030")).isTrue();
    }

    @Test
    void send_read_isRepeatedUntilItSucceeds() {
        pod();
        cluster.faults(number -> number < 3 ? UNAVAILABLE : Fault.NONE);

        assertThat(client.send(READ).isObject()).isTrue();
        assertThat(cluster.calls()).extracting(Call::status).containsExactly(503, 503, 503, 200);
        assertThat(cluster.calls()).extracting(Call::service).containsOnly("kubernetes");
    }

    @Test
    void send_createWithoutAnAnswer_isNotRepeated() {
        cluster.faults(number -> new Fault(0, "", Fault.Loss.ANSWER));

        assertThatThrownBy(() -> client.send(CREATE))
                .isInstanceOfSatisfying(
                        NodeUnavailableException.class,
                        error -> assertThat(error.isOutcomeUnknown()).isTrue());
        assertThat(cluster.requests()).hasSize(1);
    }

    @Test
    void send_readWithoutAnAnswer_hasChangedNothing() {
        cluster.faults(number -> new Fault(0, "", Fault.Loss.ANSWER));

        assertThatThrownBy(() -> client.send(READ)).isInstanceOfSatisfying(NodeUnavailableException.class, error -> {
            assertThat(ErrorDetails.isAnswerMissing(error)).isTrue();
            assertThat(error.isOutcomeUnknown()).isFalse();
        });
    }

    @Test
    void send_createThrottled_isRepeatedAsItWasNotCarriedOut() {
        cluster.faults(number -> number == 0 ? Fault.status(429, "") : Fault.NONE);

        client.send(Request.create(ApiResource.PODS, "default", Map.of("metadata", Map.of("name", "new"))));

        assertThat(cluster.requests()).hasSize(2);
    }

    @Test
    void send_nobodyListens_saysThatNothingWasDone() {
        ClusterClient nowhere = cluster.client(ClusterConfig.server(URI.create("http://127.0.0.1:1")));

        assertThatThrownBy(() -> nowhere.send(CREATE))
                .isInstanceOfSatisfying(NodeUnavailableException.class, error -> {
                    assertThat(error.isOutcomeUnknown()).isFalse();
                    assertThat(error.node()).isEqualTo("tiny");
                })
                .hasMessageContaining("cannot connect to the cluster at 127.0.0.1:1");
    }

    @Test
    void send_deleteWhoseAnswerIsLost_isFineWhenGone() {
        pod();
        cluster.faults(number -> number == 0 ? new Fault(0, "", Fault.Loss.ANSWER) : Fault.NONE);

        client.send(Request.delete(ApiResource.PODS, "default", "web", Map.of()));

        assertThat(cluster.keys()).isEmpty();
        assertThat(cluster.requests()).hasSize(2);
    }

    @Test
    void send_noAnswer_endsByTheDeadline() {
        cluster.faults(number -> new Fault(0, "", Fault.Loss.SILENCE));

        assertThatThrownBy(() -> Deadline.after(Duration.ofMillis(50)).during(() -> client.send(READ)))
                .isInstanceOf(WaitTimedOutException.class);
    }

    @Test
    void send_interrupted_isCancelled() {
        cluster.faults(number -> new Fault(0, "", Fault.Loss.SILENCE));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.send(READ)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    static Class<? extends KwsException> type(String name) {
        return switch (name) {
            case "invalid" -> InvalidRequestException.class;
            case "auth" -> AuthenticationFailedException.class;
            case "denied" -> AccessDeniedException.class;
            case "quota" -> QuotaExceededException.class;
            case "conflict" -> ConflictException.class;
            case "absent" -> NotFoundException.class;
            case "capability" -> CapabilityMissingException.class;
            case "failure" -> ServiceFailureException.class;
            default -> ConfigurationException.class;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | invalid | {\"message\":\"m1\"}",
                "401 | auth | {\"message\":\"m1\"}",
                "403 | denied | {\"message\":\"m1\"}",
                "403 | quota | {\"message\":\"m1 exceeded quota: q\"}",
                "403 | conflict | {\"message\":\"m1\",\"details\":{\"causes\":[{\"reason\":\"NamespaceTerminating\"}]}}",
                "404 | absent | {\"message\":\"m1\",\"reason\":\"NotFound\",\"details\":{\"name\":\"x\"}}",
                "404 | capability | m1 page not found",
                "405 | capability | {\"message\":\"m1\"}",
                "409 | conflict | {\"message\":\"m1\"}",
                "422 | invalid | {\"message\":\"m1\"}",
                "500 | failure | <html><head><title>t</title></head><b>m1</b></html>",
                "302 | config | m1",
            })
    void send_refused_isTypedWithTheClustersOwnReason(int status, String kind, String body) {
        cluster.faults(number -> Fault.status(status, body));

        assertThatThrownBy(() -> client.send(READ))
                .isInstanceOf(type(kind))
                .hasMessageContaining("m1")
                .isInstanceOfSatisfying(
                        KwsException.class,
                        error -> assertThat(error.requestIds()).containsExactly("audit-1"));
    }

    @Test
    void send_answerIsNoJson_isAServiceFailure() {
        cluster.faults(number -> Fault.status(200, "surprise"));

        assertThatThrownBy(() -> client.send(READ)).isInstanceOf(ServiceFailureException.class);
    }

    @Test
    void get_impossibleName_isRefusedBeforeAnyCall() {
        assertThatThrownBy(() -> Request.get(ApiResource.PODS, "default", "../secrets"))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(cluster.requests()).isEmpty();
    }

    @Test
    void list_severalPages_areAllRead() {
        cluster.faults(number -> switch (number) {
            case 0 -> Fault.status(200, "{\"metadata\":{\"continue\":\"more\"},\"items\":[{\"a\":1}]}");
            default -> Fault.status(200, "{\"metadata\":{},\"items\":[{\"a\":2}]}");
        });

        assertThat(client.list(Request.list(ApiResource.PODS, ""))).hasSize(2);
        assertThat(cluster.requests().get(1)).contains("continue=more");
    }

    @Test
    void list_secondPageHasBecomeHistory_isReadAtOnce() {
        cluster.faults(number -> switch (number) {
            case 0 -> Fault.status(200, "{\"metadata\":{\"continue\":\"old\"},\"items\":[{\"a\":1}]}");
            case 1 -> Fault.status(410, "{\"reason\":\"Expired\",\"message\":\"expired\"}");
            default -> Fault.status(200, "{\"metadata\":{},\"items\":[{\"a\":1},{\"a\":2},{\"a\":3}]}");
        });

        assertThat(client.list(Request.list(ApiResource.PODS, ""))).hasSize(3);
    }

    @Test
    void send_tokenRefused_readsTheConfigurationAgainOnce(@TempDir Path folder) throws IOException {
        pod();
        Path kubeconfig = folder.resolve("kubeconfig");
        Files.writeString(kubeconfig, kubeconfig("old"));
        ClusterClient byFile = cluster.client(ClusterConfig.kubeconfig(kubeconfig));
        cluster.faults(number -> {
            if (number == 1) {
                write(kubeconfig, kubeconfig("new"));
            }
            return number == 1 ? Fault.status(401, "") : Fault.NONE;
        });

        byFile.send(READ);
        byFile.send(READ);

        assertThat(cluster.authorizations()).containsExactly("Bearer old", "Bearer old", "Bearer new");
    }

    @Test
    void send_tokenRefusedForGood_isNotTriedAnewOnEachCall() {
        cluster.faults(number -> Fault.status(401, ""));

        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> client.send(READ)).isInstanceOf(AuthenticationFailedException.class);
        }
        assertThat(cluster.requests()).hasSize(4);
    }

    @Test
    void send_byServerAndToken_presentsIt() {
        pod();

        cluster.client(ClusterConfig.server(URI.create(cluster.url() + "/")).token(Secret.of("t0ken")))
                .send(READ);

        assertThat(cluster.authorizations()).containsExactly("Bearer t0ken");
    }

    @Test
    void send_contextThatIsNotThere_isAConfigurationError(@TempDir Path folder) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kubeconfig("t"));

        assertThatThrownBy(() -> cluster.client(
                                ClusterConfig.kubeconfig(kubeconfig).context("absent"))
                        .send(READ))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("absent");
        assertThatThrownBy(() -> cluster.client(ClusterConfig.kubeconfig(folder.resolve("nowhere")))
                        .send(READ))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> cluster.client(ClusterConfig.inCluster()).send(READ))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not run in a cluster");
        assertThat(cluster.requests()).isEmpty();
    }

    @Test
    void send_credentialsThatCannotBeGot_areNotReplacedByNone(@TempDir Path folder) throws IOException {
        String exec = kubeconfig("t")
                .replace(
                        "token: t",
                        "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: /no/such/program}");
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), exec);

        assertThatThrownBy(() ->
                        cluster.client(ClusterConfig.kubeconfig(kubeconfig)).send(READ))
                .isInstanceOf(ConfigurationException.class);
        assertThat(cluster.requests()).isEmpty();
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String kubeconfig(String token) {
        return """
                apiVersion: v1
                kind: Config
                current-context: c
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {token: %s}}]
                contexts: [{name: c, context: {cluster: c, user: u, namespace: mine}}]
                """.formatted(cluster.url(), token);
    }

    @Test
    void preferredNamespace_kubeconfig_isThatOfTheContext(@TempDir Path folder) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kubeconfig("t"));

        assertThat(cluster.client(ClusterConfig.kubeconfig(kubeconfig)).preferredNamespace())
                .isEqualTo("mine");
        assertThat(client.preferredNamespace()).isEmpty();
    }

    @Test
    void threads_areAllDaemons() {
        pod();
        client.send(READ);

        Set<Thread> ours = Thread.getAllStackTraces().keySet();
        assertThat(ours)
                .filteredOn(thread -> thread.getName().startsWith("kws-tiny-call")
                        || thread.getName().contains("OkHttp"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    void classPath_holdsNoProtobuf() {
        for (String left : List.of("io.kubernetes.client.ProtoClient", "com.google.protobuf.Message")) {
            assertThatThrownBy(() -> Class.forName(left).getDeclaredMethods())
                    .isInstanceOfAny(ClassNotFoundException.class, NoClassDefFoundError.class);
        }
    }
}
