package io.kws.sdk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.ConfigurationException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    private static final String CLOUDS = """
            clouds:
              %s:
                auth: {auth_url: "http://%s:5000", username: demo, password: geheim, project_name: demo}
            """;

    @TempDir
    Path root;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
    }

    private static String clouds(String name) {
        return CLOUDS.formatted(name, name);
    }

    private static String kws(String name) {
        return "nodes: {" + name + ": {openstack: {auth-url: 'http://a', username: u, password: p, project-id: x}}}";
    }

    @Test
    void load_variableNamesFile_readsItBeforeAllOthers() {
        workspace.file("work/kws.yaml", kws("here"));
        workspace.file("home/mine.yaml", kws("mine"));
        workspace.variable("KWS_CONFIG", "~/mine.yaml");

        assertThat(workspace.load().names()).containsExactly("mine");
    }

    @Test
    void load_variableNamesMissingFile_throwsAlthoughOthersExist() {
        workspace.file("work/kws.yaml", kws("here"));
        workspace.variable("KWS_CONFIG", "other.yaml");

        assertThatThrownBy(workspace::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("KWS_CONFIG", "other.yaml");
    }

    @Test
    void load_workingAndHomeFolder_prefersWorkingFolder() {
        workspace.file("home/.config/kws/kws.yaml", kws("home"));
        assertThat(workspace.load().names()).containsExactly("home");

        workspace.file("work/kws.yaml", kws("work"));
        assertThat(workspace.load().names()).containsExactly("work");
    }

    @Test
    void load_xdgConfigHome_readsThere() {
        workspace.file("xdg/kws/kws.yaml", kws("xdg"));
        workspace.variable("XDG_CONFIG_HOME", root.resolve("xdg").toString());

        assertThat(workspace.load().names()).containsExactly("xdg");
    }

    @Test
    void load_onlyCloudsFile_makesEachEntryANodeInOrder() {
        workspace.file(
                "home/.config/openstack/clouds.yaml",
                clouds("kws2") + clouds("kws1").substring(8));

        KwsConfig config = workspace.load();

        assertThat(config.names()).containsExactly("kws2", "kws1");
        assertThat(config.node("kws1").openstack().orElseThrow().authUrl())
                .isEqualTo(URI.create("http://kws1:5000/v3"));
    }

    @Test
    void load_cloudChosenByVariable_takesThatEntryOnly() {
        workspace.file("work/clouds.yaml", clouds("kws1") + clouds("kws2").substring(8));
        workspace.variable("OS_CLOUD", "kws2");

        assertThat(workspace.load().names()).containsExactly("kws2");
    }

    @Test
    void load_chosenCloudUnknown_throwsWithNearest() {
        workspace.file("work/clouds.yaml", clouds("kws1"));
        workspace.variable("OS_CLOUD", "kws2");

        assertThatThrownBy(workspace::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("clouds.yaml", "\"kws2\"", "did you mean \"kws1\"?");
    }

    @Test
    void load_severalCloudsFiles_takesTheFirstInOpenstacksdksOrder() {
        workspace.file("etc/openstack/clouds.yaml", clouds("etc"));
        assertThat(workspace.load().names()).containsExactly("etc");

        workspace.file("home/.config/openstack/clouds.yml", clouds("home"));
        assertThat(workspace.load().names()).containsExactly("home");

        workspace.file("work/clouds.yaml", clouds("work"));
        assertThat(workspace.load().names()).containsExactly("work");

        workspace.file("other.yaml", clouds("named"));
        workspace.variable("OS_CLIENT_CONFIG_FILE", root.resolve("other.yaml").toString());
        assertThat(workspace.load().names()).containsExactly("named");
    }

    @Test
    void load_clientConfigFileMissing_throwsAlthoughOthersExist() {
        workspace.file("work/clouds.yaml", clouds("work"));
        workspace.variable("OS_CLIENT_CONFIG_FILE", "gone.yaml");

        assertThatThrownBy(workspace::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gone.yaml");
    }

    @Test
    void load_cloudsFileWithoutClouds_throws() {
        workspace.file("work/clouds.yaml", "clouds:\n");

        assertThatThrownBy(workspace::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("holds no clouds");
    }

    @Test
    void load_onlyVariables_makesOneNode() {
        workspace
                .variable("OS_AUTH_URL", "https://kws:5000/v3/")
                .variable("OS_USERNAME", "demo")
                .variable("OS_USER_DOMAIN_NAME", "People")
                .variable("OS_PASSWORD", "geheim")
                .variable("OS_TENANT_NAME", "course")
                .variable("OS_PROJECT_ID", "")
                .variable("OS_REGION_NAME", "RegionOne")
                .variable("OS_ENDPOINT_TYPE", "internalURL")
                .variable("OS_INSECURE", "true");

        CloudConfig cloud = workspace.load().node("default").openstack().orElseThrow();

        assertThat(cloud.authUrl()).isEqualTo(URI.create("https://kws:5000/v3"));
        assertThat(cloud.region()).contains("RegionOne");
        assertThat(cloud.endpointInterface()).isEqualTo(EndpointInterface.INTERNAL);
        assertThat(cloud.tls()).isEqualTo(Tls.unverified());
        Credentials.Password login = (Credentials.Password) cloud.credentials();
        assertThat(login.user()).isEqualTo(IdentityRef.named("demo", DomainRef.named("People")));
        assertThat(login.project()).isEqualTo(IdentityRef.named("course"));
        assertThat(login.password().reveal()).isEqualTo("geheim");
    }

    @Test
    void load_variablesWithApplicationCredential_needsNoUserAndNoProject() {
        workspace
                .variable("OS_CLOUD", "kws9")
                .variable("OS_AUTH_URL", "http://kws:5000")
                .variable("OS_AUTH_TYPE", "v3applicationcredential")
                .variable("OS_APPLICATION_CREDENTIAL_ID", "abc")
                .variable("OS_APPLICATION_CREDENTIAL_SECRET", "geheim");

        CloudConfig cloud = workspace.load().node("kws9").openstack().orElseThrow();

        Credentials.ApplicationCredentialId login = (Credentials.ApplicationCredentialId) cloud.credentials();
        assertThat(login.id()).isEqualTo("abc");
        assertThat(login.secret().reveal()).isEqualTo("geheim");
    }

    @Test
    void load_variableMissing_namesIt() {
        workspace.variable("OS_AUTH_URL", "http://kws:5000").variable("OS_USERNAME", "demo");

        assertThatThrownBy(workspace::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("environment", "OS_PASSWORD");
    }

    @Test
    void load_nothingThere_saysWhereItLooked() {
        assertThatThrownBy(workspace::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "KWS_CONFIG",
                        root.resolve("work/kws.yaml").toString(),
                        root.resolve("home/.config/kws/kws.yaml").toString(),
                        root.resolve("etc/openstack").toString(),
                        "OS_AUTH_URL");
    }
}
