package io.kws.sdk.openstack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.DomainRef;
import io.kws.sdk.config.IdentityRef;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.openstack.OpenStackStub;
import io.kws.sdk.secrets.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login says, as the Identity API wants it. */
class KeystoneTest {
    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    static Stream<Arguments> logins() {
        Secret secret = Secret.of("s");
        return Stream.of(
                Arguments.of(Credentials.password(IdentityRef.named("alice"), secret, IdentityRef.id("p1")), """
                        {"auth":{"identity":{"methods":["password"],"password":{"user":
                          {"name":"alice","domain":{"id":"default"},"password":"s"}}},
                         "scope":{"project":{"id":"p1"}}}}"""),
                Arguments.of(
                        Credentials.password(
                                IdentityRef.id("u1"), secret, IdentityRef.named("lab", DomainRef.named("uni"))),
                        """
                        {"auth":{"identity":{"methods":["password"],"password":{"user":{"id":"u1","password":"s"}}},
                         "scope":{"project":{"name":"lab","domain":{"name":"uni"}}}}}"""),
                Arguments.of(Credentials.applicationCredential("id1", secret), """
                        {"auth":{"identity":{"methods":["application_credential"],
                         "application_credential":{"id":"id1","secret":"s"}}}}"""),
                Arguments.of(Credentials.applicationCredential("mine", IdentityRef.id("u1"), secret), """
                        {"auth":{"identity":{"methods":["application_credential"],
                         "application_credential":{"name":"mine","secret":"s","user":{"id":"u1"}}}}}"""));
    }

    @ParameterizedTest
    @MethodSource("logins")
    void logIn_sendsTheCredentials(Credentials credentials, String body) {
        CloudConfig config = CloudConfig.builder()
                .authUrl(cloud.url() + "/identity/v3")
                .credentials(credentials)
                .build();

        new OpenStackClient(cloud.node(), config, cloud.context(OpenStackStub.QUICK)).services();

        assertThat(cloud.requests("POST", "/auth/tokens"))
                .singleElement()
                .satisfies(request -> assertThat(Json.parse(request.getBody()))
                        .isEqualTo(Json.parse(body.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 404, 405, 501})
    void logIn_somethingElseIsThere_saysThatItIsNoKeystone(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        byte[] page = "<html><h1>Welcome!</h1></html>".getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
        CloudConfig config = CloudConfig.builder()
                .authUrl("http://localhost:" + server.getAddress().getPort())
                .credentials(Credentials.applicationCredential("id1", Secret.of("s")))
                .build();
        OpenStackClient client = new OpenStackClient(cloud.node(), config, cloud.context(OpenStackStub.QUICK));

        assertThatThrownBy(client::services)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no Keystone at http://localhost:");
        server.stop(0);
    }
}
