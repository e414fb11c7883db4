package io.kws.sdk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.rentals.TermCaps;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KwsFileTest {
    private static final String INLINE = "auth-url: 'http://kws:5000', username: demo, project-name: demo";

    @TempDir
    Path root;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
    }

    private KwsConfig load(String text) {
        return workspace.load(workspace.file("work/kws.yaml", text));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String text) {
        return assertThatThrownBy(() -> load(text)).isInstanceOf(ConfigurationException.class);
    }

    private Credentials.Password login(KwsConfig config) {
        return (Credentials.Password)
                config.node("kws2").openstack().orElseThrow().credentials();
    }

    @Test
    void load_everyKey_readsIt() {
        workspace.file("work/clouds.yaml", """
                clouds:
                  lab: {auth: {auth_url: "http://lab/identity", username: u, password: p, project_id: x}}
                """);
        workspace.file("home/.kube/config", "contexts: [{name: kws1, context: {}}, {name: other}]");

        NodeConfig node = load("""
                nodes:
                  kws1:
                    cloud: lab
                    server-proxy: socks5://127.0.0.1:15009
                    max-concurrent-calls: 3
                    kubernetes:
                      kubeconfig: ~/.kube/config
                      context: kws1
                      ingress-class: nginx
                      base-domain: apps.example.org
                      namespace: lab
                """).node("kws1");

        assertThat(node)
                .isEqualTo(NodeConfig.builder()
                        .name("kws1")
                        .openstack(CloudConfig.builder()
                                .authUrl("http://lab/identity/v3")
                                .credentials(Credentials.password(
                                        IdentityRef.named("u"), Secret.of("p"), IdentityRef.id("x")))
                                .build())
                        .kubernetes(ClusterConfig.kubeconfig(root.resolve("home/.kube/config"))
                                .context("kws1")
                                .ingressClass("nginx")
                                .baseDomain("apps.example.org")
                                .namespace("lab")
                                .build())
                        .serverProxy(URI.create("socks5://127.0.0.1:15009"))
                        .maxConcurrentCalls(3)
                        .build());
    }

    @Test
    void load_defaults_holdForNodesThatSayNothing() {
        KwsConfig config = load("""
                defaults: {max-concurrent-calls: 4}
                nodes:
                  a: {kubernetes: {in-cluster: true}}
                  b: {kubernetes: {in-cluster: true}, max-concurrent-calls: 2}
                """);

        assertThat(config.node("a").maxConcurrentCalls()).isEqualTo(4);
        assertThat(config.node("b").maxConcurrentCalls()).isEqualTo(2);
        assertThat(config.node("a").kubernetes().orElseThrow().kubeconfig()).isEmpty();
    }

    @Test
    void load_placeholder_isFilledInAfterParsing() {
        workspace.variable("KWS2_PASSWORD", "a: {b\n#c ${HOME}");

        KwsConfig config = load("nodes: {kws2: {openstack: {" + INLINE + ", password: '${KWS2_PASSWORD}'}}}");

        assertThat(login(config).password().reveal()).isEqualTo("a: {b\n#c ${HOME}");
    }

    @Test
    void load_placeholderWithDefault_takesDefaultWhenUnset() {
        KwsConfig config = load("nodes: {kws2: {openstack: {" + INLINE + ", password: 'x-${NONE:-y:z}'}}}");

        assertThat(login(config).password().reveal()).isEqualTo("x-y:z");
    }

    @Test
    void load_escapedPlaceholder_staysAsItIs() {
        KwsConfig config = load("nodes: {kws2: {openstack: {" + INLINE + ", password: '$${NONE}$5'}}}");

        assertThat(login(config).password().reveal()).isEqualTo("${NONE}$5");
    }

    @Test
    void load_placeholderUnset_namesVariableFileAndKey() {
        assertRefused("nodes: {kws2: {openstack: {" + INLINE + ", password: '${KWS2_PASSWORD}'}}}")
                .hasMessageContainingAll("KWS2_PASSWORD", "nodes.kws2.openstack.password", "work/kws.yaml");
    }

    @Test
    void load_placeholderMalformed_throwsWithoutTheValue() {
        assertRefused("nodes: {kws2: {openstack: {" + INLINE + ", password: 'topsecret${'}}}")
                .hasMessageContaining("nodes.kws2.openstack.password")
                .hasMessageNotContaining("topsecret");
    }

    @ParameterizedTest
    @CsvSource({"14d, P14D", "36h, PT36H", "90m, PT90M", "P1DT1H, PT25H"})
    void load_capsForRentals_areReadInAnyUnit(String text, Duration meant) {
        KwsConfig config = load(
                "nodes: {kws1: {openstack: {" + INLINE + ", password: p}}}\nrentals: {most-in-total: " + text + "}");

        assertThat(config.termCaps()).isEqualTo(new TermCaps(TermCaps.NONE.perExtension(), meant));
    }

    @Test
    void load_noCapsForRentals_areNone() {
        assertThat(load("nodes: {kws1: {openstack: {" + INLINE + ", password: p}}}")
                        .termCaps())
                .isEqualTo(TermCaps.NONE);
    }

    @Test
    void load_capsThatCannotBe_nameTheKey() {
        String nodes = "nodes: {kws1: {openstack: {" + INLINE + ", password: p}}}\nrentals: ";

        assertRefused(nodes + "{most-in-total: 14 days}")
                .hasMessageContaining("rentals.most-in-total in ")
                .hasMessageContaining("such as 14d");
        assertRefused(nodes + "{most-per-extension: 0d}").hasMessageContaining("rentals in ");
        assertRefused(nodes + "{most-total: 1d}").hasMessageContaining("did you mean \"most-in-total\"?");
    }

    @Test
    void load_unquotedNumberAsPassword_staysAsWritten() {
        KwsConfig config = load("nodes: {kws2: {openstack: {" + INLINE + ", password: 0123}}}");

        assertThat(login(config).password().reveal()).isEqualTo("0123");
    }

    @Test
    void load_unknownKeys_areNamedWithPathFileAndNearest() {
        assertRefused("node: {}").hasMessageContainingAll("node in ", "work/kws.yaml", "\"nodes\"");
        assertRefused("nodes: {kws1: {clod: x}}").hasMessageContainingAll("nodes.kws1.clod", "did you mean \"cloud\"?");
        assertRefused("nodes: {kws1: {kubernetes: {contxt: x}}}")
                .hasMessageContainingAll("nodes.kws1.kubernetes.contxt", "\"context\"");
        assertRefused("nodes: {kws1: {openstack: {auth_url: x}}}")
                .hasMessageContainingAll("nodes.kws1.openstack.auth_url", "\"auth-url\"");
        assertRefused("defaults: {server_proxy:}").hasMessageContainingAll("defaults.server_proxy", "\"server-proxy\"");
    }

    @Test
    void load_inlineEndpointOverride_isKnown() {
        KwsConfig config = load("nodes: {kws2: {openstack: {" + INLINE
                + ", password: p, block-storage-endpoint-override: 'http://x:8776/v3'}}}");

        assertThat(config.node("kws2").openstack().orElseThrow().endpointOverrides())
                .containsEntry("block-storage", URI.create("http://x:8776/v3"));
    }

    @Test
    void load_nodeWithoutContent_throws() {
        assertRefused("nodes: {kws1: }").hasMessageContaining("nodes.kws1 in");
        assertRefused("nodes: {kws1: {}}").hasMessageContaining("none of cloud, openstack and kubernetes");
        assertRefused("nodes: {}").hasMessageContaining("names no nodes");
        assertRefused("").hasMessageContaining("names no nodes");
    }

    @Test
    void load_contradictions_throw() {
        assertRefused("nodes: {a: {cloud: x, openstack: {}}}").hasMessageContaining("exclude each other");
        assertRefused("nodes: {a: {kubernetes: {in-cluster: true, context: x}}}")
                .hasMessageContaining("excludes");
        assertRefused("nodes: {a: {region: x, kubernetes: {in-cluster: true}}}").hasMessageContaining("nodes.a.region");
        assertRefused("nodes: {a: {kubernetes: {context: x}}}").hasMessageContaining("nodes.a.kubernetes.kubeconfig");
    }

    @Test
    void load_clusterByItsAddress_isReadWhole() {
        Path authorities = workspace.file("work/ca.pem", "");
        workspace.variable("TOKEN", "t0ken");
        NodeConfig node = load("""
                nodes:
                  k1:
                    kubernetes:
                      server: https://10.0.0.1:6443
                      token: ${TOKEN}
                      cacert: ca.pem
                      ingress-port: 8080
                      owner-limits: {pods: 3, memory-mib: 512}
                """).node("k1");

        ClusterConfig cluster = node.kubernetes().orElseThrow();

        assertThat(cluster)
                .isEqualTo(ClusterConfig.server(URI.create("https://10.0.0.1:6443"))
                        .token(Secret.of("t0ken"))
                        .tls(Tls.trusting(authorities))
                        .ingressPort(8080)
                        .ownerLimits(new OwnerLimits(3, 4_000, 512, 50))
                        .build());
        assertThat(cluster.toString()).doesNotContain("t0ken");
    }

    @Test
    void load_clusterWithAWrongValue_namesIt() {
        assertRefused("nodes: {a: {kubernetes: {server: 'https://x', in-cluster: true}}}")
                .hasMessageContainingAll("nodes.a.kubernetes.server", "in-cluster");
        assertRefused("nodes: {a: {kubernetes: {in-cluster: true, token: x}}}")
                .hasMessageContaining("nodes.a.kubernetes.token");
        assertRefused("nodes: {a: {kubernetes: {server: 'https://x', cacert: nope.pem}}}")
                .hasMessageContaining("nodes.a.kubernetes.cacert");
        assertRefused("nodes: {a: {kubernetes: {server: 'ftp://x'}}}").hasMessageContaining("https://host");
        assertRefused("nodes: {a: {kubernetes: {in-cluster: true, base-domain: 'Apps.'}}}")
                .hasMessageContaining("base domain");
        assertRefused("nodes: {a: {kubernetes: {in-cluster: true, ingress-port: 70000}}}")
                .hasMessageContaining("ingress port");
        assertRefused("nodes: {a: {kubernetes: {in-cluster: true, owner-limits: {pots: 1}}}}")
                .hasMessageContaining("\"pods\"");
    }

    @Test
    void load_wrongValues_nameTheKey() {
        assertRefused("nodes: {a: {kubernetes: {in-cluster: maybe}}}").hasMessageContaining("true or false");
        assertRefused("nodes: {a: {max-concurrent-calls: many, kubernetes: {in-cluster: true}}}")
                .hasMessageContaining("nodes.a.max-concurrent-calls");
        assertRefused("nodes: {a: {server-proxy: 'http://x:1', kubernetes: {in-cluster: true}}}")
                .hasMessageContaining("socks5://host:port");
        assertRefused("nodes: {a b: {kubernetes: {in-cluster: true}}}").hasMessageContaining("\"a b\"");
        assertRefused("nodes: [a]").hasMessageContaining("nodes in");
        assertRefused("- a").hasMessageContaining("does not hold a mapping");
    }

    @Test
    void load_brokenYaml_tellsPlaceButNoContent() {
        assertRefused("nodes:\n  kws2:\n    password: geheim\n   x: [\n")
                .hasMessageContainingAll("work/kws.yaml", "line 4, column")
                .hasMessageNotContaining("geheim")
                .hasNoCause();
    }

    @Test
    void load_keyTwice_throws() {
        assertRefused("nodes: {}\nnodes: {}").hasMessageContainingAll("gives a key twice", "line 2, column 1");
    }

    @Test
    void load_fileMissing_namesIt() {
        assertThatThrownBy(() -> workspace.load(Path.of("gone.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(root.resolve("work/gone.yaml").toString());
    }

    @Test
    void load_cloudUnknown_tellsWhichExist() {
        workspace.file("work/clouds.yaml", "clouds: {alpha: {}, beta: {}}");

        assertRefused("nodes: {a: {cloud: gamma}}").hasMessageContainingAll("clouds.yaml", "gamma", "alpha, beta");
    }

    @Test
    void load_noCloudsFile_saysWhereItLooked() {
        assertRefused("nodes: {a: {cloud: x}}")
                .hasMessageContainingAll(
                        "kws.yaml", root.resolve("etc/openstack").toString());
    }

    @Test
    void load_cloudsFileNamed_isRelativeToTheFilesOwnFolder() {
        workspace.file(
                "conf/my-clouds.yaml",
                "clouds: {x: {auth: {auth_url: 'http://a', username: u, password: p, project_id: i}}}");

        KwsConfig config =
                workspace.load(workspace.file("conf/any.yaml", "clouds-file: my-clouds.yaml\nnodes: {a: {cloud: x}}"));

        assertThat(config.names()).containsExactly("a");
        assertRefused("clouds-file: my-clouds.yaml\nnodes: {a: {cloud: x}}")
                .hasMessageContainingAll(
                        "clouds-file", root.resolve("work/my-clouds.yaml").toString());
    }

    @Test
    void load_kubeconfigWithoutContext_settlesOnTheCurrentOne() {
        workspace.file("work/kube", "current-context: b\ncontexts: [{name: a}, {name: b}]");

        NodeConfig node = load("nodes: {a: {kubernetes: {kubeconfig: kube}}}").node("a");

        assertThat(node.kubernetes().orElseThrow().context()).contains("b");
    }

    @Test
    void load_contextUnknown_tellsWhichExist() {
        workspace.file("work/kube", "current-context: gone\ncontexts: [{name: alpha}, {name: beta}]");

        assertRefused("nodes: {a: {kubernetes: {kubeconfig: kube, context: gamma}}}")
                .hasMessageContainingAll("kube", "gamma", "alpha, beta");
        assertRefused("nodes: {a: {kubernetes: {kubeconfig: kube}}}").hasMessageContaining("gone");
    }

    @Test
    void load_kubeconfigMissing_namesIt() {
        assertRefused("nodes: {a: {kubernetes: {kubeconfig: ~/nope}}}")
                .hasMessageContainingAll(
                        "nodes.a.kubernetes.kubeconfig",
                        root.resolve("home/nope").toString());
    }
}
