package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.util.Yaml;
import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.k8s.Testbed;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.secrets.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The cluster of the testbed. */
class ClusterIT extends ClusterContract {
    private static final Kws KWS = Testbed.connect();

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @Override
    ClusterConfig.Options cluster() {
        return Testbed.cluster();
    }

    @Override
    ClusterConfig.Options limitedCluster() {
        return ClusterConfig.kubeconfig(Testbed.KUBECONFIG.resolveSibling("kubeconfig-limited"))
                .baseDomain("localhost")
                .ingressPort(28080);
    }

    @AfterAll
    static void close() {
        KWS.close();
    }

    @Test
    void deploy_sameRequestAtOnce_isOneAppThatBothGet() {
        AppSpec spec = web("twin")
                .owner("heidi " + suffix())
                .secrets(Map.of("A", Secret.of("b")))
                .build();
        endings.add(() -> deleteNamespace(OwnerNamespace.name(spec.owner().orElseThrow())));

        List<Operation<AppRental>> operations =
                List.of(apps().deployAsync(spec), apps().deployAsync(spec), apps().deployAsync(spec));

        List<AppRental> rentals = operations.stream().map(Operation::await).toList();
        assertThat(rentals)
                .extracting(rental -> rental.app().id())
                .containsOnly(rentals.get(0).app().id());
        assertThat(rentals)
                .extracting(AppRental::rental)
                .containsOnly(rentals.get(0).rental());
        assertThat(Traces.of(node(), spec.rentalId()))
                .filteredOn(trace -> !trace.startsWith("pods") && !trace.startsWith("replicasets"))
                .hasSize(4);
        apps().delete(spec.rentalId().value());
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
    }

    @Test
    void deploy_tlsSecretThatIsThere_isServedByHttps() {
        String name = "tls-" + suffix();
        plainly(api -> new CoreV1Api(api)
                .createNamespacedSecret(
                        "default",
                        new V1Secret()
                                .metadata(new V1ObjectMeta().name(name))
                                .type("kubernetes.io/tls")
                                .data(Map.of("tls.crt", new byte[0], "tls.key", new byte[0])))
                .execute());
        endings.add(() -> plainly(api ->
                new CoreV1Api(api).deleteNamespacedSecret(name, "default").execute()));

        AppRental rental = deploy(web("tls").tlsSecret(name));

        assertThat(rental.app().url().orElseThrow().getScheme()).isEqualTo("https");
        assertThat(apps().get(rental.app().id()).url()).isEqualTo(rental.app().url());
    }

    @Test
    void deploy_registryThatAsksForALogin_isGivenThePullSecretAndToldApartFromAMissingImage() throws IOException {
        List<String> logins = new CopyOnWriteArrayList<>();
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        registry.start();
        endings.add(() -> registry.stop(0));
        String host = "registry-" + suffix() + ".test";
        leadTo(host, registry.getAddress().getPort());
        String secret = "pull-" + suffix();
        plainly(api -> new CoreV1Api(api)
                .createNamespacedSecret("default", Yaml.loadAs("""
                        metadata: {name: %s}
                        type: kubernetes.io/dockerconfigjson
                        stringData:
                          .dockerconfigjson: '{"auths":{"%s":{"username":"lab","password":"hunter22"}}}'
                        """.formatted(secret, host), V1Secret.class))
                .execute());
        endings.add(() -> plainly(api ->
                new CoreV1Api(api).deleteNamespacedSecret(secret, "default").execute()));

        ProvisioningFailedException error = refusal(
                ProvisioningFailedException.class,
                image("private", host + "/lab/shop:1").imagePullSecret(secret));

        assertThat(error).hasMessageContainingAll("refuses access to the image", "401");
        assertThat(logins).contains("Basic bGFiOmh1bnRlcjIy");
    }

    /** Has the testbed's containerd look for a registry's images at a port of this machine. */
    private void leadTo(String host, int port) throws IOException {
        Path folder = Testbed.KUBECONFIG.resolveSibling("conf/certs.d/" + host);
        Files.createDirectory(folder);
        Path file = folder.resolve("hosts.toml");
        endings.add(() -> {
            for (Path path : List.of(file, folder)) {
                assertThat(path.toFile().delete()).isTrue();
            }
        });
        Files.writeString(file, """
                server = "http://127.0.0.1:%d"
                [host."http://127.0.0.1:%d"]
                  capabilities = ["pull", "resolve"]
                """.formatted(port, port));
    }
}
