package io.kws.sdk.openstack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.config.Tls;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.openstack.OpenStackStub;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.trace.CallListener;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the client trusts, node by node. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Threads THREADS = new Threads();

    @TempDir
    static Path folder;

    private static Path certificate;
    private static Path key;
    private static HttpsServer open;
    private static HttpsServer asksForCertificate;

    @BeforeAll
    static void start() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "own",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        certificate = pem("CERTIFICATE", keys.getCertificate("own").getEncoded());
        key = pem("PRIVATE KEY", keys.getKey("own", PASSWORD).getEncoded());
        open = serve(keys, false);
        asksForCertificate = serve(keys, true);
    }

    @AfterAll
    static void stop() {
        open.stop(0);
        asksForCertificate.stop(0);
    }

    @Test
    void authorityIsNamed_isTrusted() {
        assertThatCode(() -> call(open, Tls.trusting(certificate))).doesNotThrowAnyException();
    }

    @Test
    void authorityIsUnknown_saysWhatToDo() {
        assertThatThrownBy(() -> call(open, Tls.standard()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not trusted")
                .hasMessageContaining("cacert");
    }

    @Test
    void unverified_oneNode_doesNotRuleAnother() {
        assertThatCode(() -> call(open, Tls.unverified())).doesNotThrowAnyException();
        assertThatThrownBy(() -> call(open, Tls.standard())).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void clientCertificate_isShown() {
        assertThatCode(() ->
                        call(asksForCertificate, Tls.trusting(certificate).withClientCertificate(certificate, key)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> call(asksForCertificate, Tls.trusting(certificate)))
                .isInstanceOf(NodeUnavailableException.class);
    }

    @Test
    void filesAreWrong_saysWhich() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> call(open, Tls.trusting(empty)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(empty + " holds no certificate");
        assertThatThrownBy(() -> call(open, Tls.trusting(missing)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read " + missing);
        assertThatThrownBy(() -> call(open, Tls.standard().withClientCertificate(certificate, certificate)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(certificate + " holds no unencrypted PKCS#8 key");
    }

    private static Object call(HttpsServer server, Tls tls) {
        CloudConfig cloud = CloudConfig.builder()
                .authUrl("https://127.0.0.1:" + server.getAddress().getPort() + "/v3")
                .credentials(Credentials.applicationCredential("id", Secret.of("s")))
                .tls(tls)
                .build();
        NodeConfig node = NodeConfig.builder().name("kws1").build();
        return new OpenStackClient(node, cloud, new DriverContext(THREADS, OpenStackStub.QUICK, CallListener.NONE))
                .services();
    }

    private static HttpsServer serve(KeyStore keys, boolean asks) throws GeneralSecurityException, IOException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, PASSWORD);
        known.setCertificateEntry("own", keys.getCertificate("own"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(asks);
                parameters.setSSLParameters(wanted);
            }
        });
        byte[] login = OpenStackStub.login("[]", Duration.ofHours(1)).getBytes(StandardCharsets.UTF_8);
        server.createContext("/v3/auth/tokens", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("X-Subject-Token", "t");
                exchange.sendResponseHeaders(201, login.length);
                exchange.getResponseBody().write(login);
            }
        });
        server.start();
        return server;
    }

    private static Path pem(String what, byte[] der) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                folder.resolve(what.replace(' ', '-') + ".pem"),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what));
    }
}
