package io.kws.sdk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeConfigTest {
    private static CloudConfig.Builder cloud(String authUrl) {
        return CloudConfig.builder()
                .authUrl(authUrl)
                .credentials(Credentials.password(
                        IdentityRef.named("demo"), Secret.of("geheim"), IdentityRef.named("demo")));
    }

    @Test
    void build_nameOnly_hasDefaults() {
        NodeConfig node = NodeConfig.builder().name("kws1").build();

        assertThat(node.maxConcurrentCalls()).isEqualTo(8);
        assertThat(node.openstack()).isEmpty();
        assertThat(node.serverProxy()).isEmpty();
    }

    @Test
    void build_badName_throws() {
        for (String name : List.of("", "-a", "a b", "a/b", "x".repeat(64))) {
            assertThatThrownBy(() -> NodeConfig.builder().name(name).build())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"" + name + "\"");
        }
    }

    @Test
    void build_noCallsAllowed_throws() {
        assertThatThrownBy(() ->
                        NodeConfig.builder().name("a").maxConcurrentCalls(0).build())
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void build_proxyWithPassword_throwsWithoutIt() {
        assertThatThrownBy(() -> NodeConfig.builder()
                        .name("a")
                        .serverProxy(URI.create("socks5://u:geheim@h:1"))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void toString_withCloud_showsNoSecret() {
        NodeConfig node = NodeConfig.builder()
                .name("kws1")
                .openstack(cloud("http://kws1:5000").build())
                .build();

        assertThat(KwsConfig.of(node).toString()).contains("kws1").doesNotContain("geheim");
        assertThat(Credentials.applicationCredential("id", Secret.of("geheim")).toString())
                .doesNotContain("geheim");
    }

    @Test
    void authUrl_anyForm_endsInVersion() {
        for (String given : List.of("http://a:5000", "http://a:5000/", "http://a:5000/v3", "http://a:5000/v3/")) {
            assertThat(cloud(given).build().authUrl()).isEqualTo(URI.create("http://a:5000/v3"));
        }
    }

    @Test
    void authUrl_notAUrl_throws() {
        for (String given : List.of("", "kws1", "kws1:5000", "ftp://a", "http:///v3", "http://[")) {
            assertThatThrownBy(() -> cloud(given).build()).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void of_nameTwice_throws() {
        NodeConfig node = NodeConfig.builder().name("kws1").build();

        assertThatThrownBy(() -> KwsConfig.of(node, node))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("kws1");
    }

    @Test
    void node_unknown_throwsWithNearest() {
        KwsConfig config = KwsConfig.of(NodeConfig.builder().name("kws1").build());

        assertThat(config.node("kws1").name()).isEqualTo("kws1");
        assertThatThrownBy(() -> config.node("kws7"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean \"kws1\"?");
    }

    @Test
    void domainRef_bothOrNeither_throws() {
        assertThatThrownBy(() -> new DomainRef("", "")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> new DomainRef("a", "b")).isInstanceOf(ConfigurationException.class);
    }
}
