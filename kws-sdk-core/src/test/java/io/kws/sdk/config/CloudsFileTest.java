package io.kws.sdk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudsFileTest {
    private static final String AUTH = "auth: {auth_url: 'http://a', username: u, password: p, project_name: x%s}";

    @TempDir
    Path root;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
    }

    private static String auth(String more) {
        return AUTH.formatted(more);
    }

    private CloudConfig cloud(String settings) {
        return cloud(settings, "");
    }

    private CloudConfig cloud(String settings, String region) {
        Path file = workspace.file("work/clouds.yaml", "clouds: {kws: {" + settings + "}}");
        return CloudsFile.open(file, workspace.surroundings()).cloud("kws", region);
    }

    private Credentials.Password login(String settings) {
        return (Credentials.Password) cloud(settings).credentials();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String settings) {
        return assertThatThrownBy(() -> cloud(settings)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void cloud_leastSettings_hasDefaults() {
        CloudConfig cloud = cloud(auth(""));

        assertThat(cloud.authUrl()).isEqualTo(URI.create("http://a/v3"));
        assertThat(cloud.region()).isEmpty();
        assertThat(cloud.endpointInterface()).isEqualTo(EndpointInterface.PUBLIC);
        assertThat(cloud.tls()).isEqualTo(Tls.standard());
        assertThat(cloud.endpointOverrides()).isEmpty();
        assertThat(cloud.credentials())
                .isEqualTo(Credentials.password(IdentityRef.named("u"), Secret.of("p"), IdentityRef.named("x")));
    }

    @Test
    void cloud_domains_areReadInAllSpellings() {
        assertThat(login(auth(", user_domain_name: A, project_domain_id: b")))
                .extracting("user", "project")
                .containsExactly(
                        IdentityRef.named("u", DomainRef.named("A")), IdentityRef.named("x", DomainRef.id("b")));
        assertThat(login(auth(", domain-name: A")).user()).isEqualTo(IdentityRef.named("u", DomainRef.named("A")));
        assertThat(login(auth("") + ", default_domain: d").project())
                .isEqualTo(IdentityRef.named("x", DomainRef.id("d")));
    }

    @Test
    void cloud_projectTwice_outerWinsAsInOpenstacksdk() {
        assertThat(login(auth("") + ", project_name: outer").project()).isEqualTo(IdentityRef.named("outer"));
    }

    @Test
    void cloud_usernameTwice_authWinsAsInOpenstacksdk() {
        assertThat(login(auth("") + ", username: outer").user()).isEqualTo(IdentityRef.named("u"));
    }

    @Test
    void cloud_projectByIdAndName_idWins() {
        assertThat(login(auth(", project_id: i")).project()).isEqualTo(IdentityRef.id("i"));
    }

    @Test
    void cloud_applicationCredential_isReadByIdAndByName() {
        String url =
                "auth_type: v3applicationcredential, auth: {auth_url: 'http://a', application_credential_secret: s";

        assertThat(cloud(url + ", application_credential_id: i}").credentials())
                .isEqualTo(Credentials.applicationCredential("i", Secret.of("s")));
        assertThat(cloud(url + ", application_credential_name: n, username: u, user_domain_id: d}")
                        .credentials())
                .isEqualTo(Credentials.applicationCredential(
                        "n", IdentityRef.named("u", DomainRef.id("d")), Secret.of("s")));
        assertRefused(url + ", application_credential_name: n}").hasMessageContaining("username");
    }

    @Test
    void cloud_otherAuthTypes_areRefusedByName() {
        assertRefused(auth("") + ", auth_type: v3token").hasMessageContainingAll("auth_type", "v3token", "\"kws\"");
    }

    @Test
    void cloud_settingMissing_isNamed() {
        assertRefused("auth: {username: u}").hasMessageContainingAll("cloud \"kws\"", "clouds.yaml", "auth_url");
        assertRefused("auth: {auth_url: 'http://a'}").hasMessageContaining("username");
        assertRefused("auth: {auth_url: 'http://a', username: u}").hasMessageContaining("password");
        assertRefused("auth: {auth_url: 'http://a', username: u, password: p}").hasMessageContaining("project_name");
    }

    @Test
    void cloud_authUrlUnusable_throwsWithoutIt() {
        assertRefused("auth: {auth_url: 'http://u:geheim@a', username: u, password: p, project_id: x}")
                .hasMessageContaining("auth_url")
                .hasMessageNotContaining("geheim");
        assertRefused("auth: {auth_url: 'http://a/v2.0', username: u, password: p, project_id: x}")
                .hasMessageContaining("/v2.0");
    }

    @Test
    void cloud_unknownKeys_areIgnored() {
        assertThat(cloud(auth("") + ", floating_ip_source: neutron, networks: [{name: x}]"))
                .isNotNull();
    }

    @Test
    void cloud_secureFileBeside_isMergedOver() {
        workspace.file("work/secure.yaml", "clouds: {kws: {auth: {password: better}}, other: {auth: {password: q}}}");

        assertThat(login(auth("")).password().reveal()).isEqualTo("better");
        assertThat(CloudsFile.open(root.resolve("work/clouds.yaml"), workspace.surroundings())
                        .names())
                .containsExactly("kws");
    }

    @Test
    void cloud_secureFileInSearchFolder_isMergedOver() {
        workspace.file("home/.config/openstack/secure.yaml", "clouds: {kws: {auth: {password: better}}}");

        assertThat(login(auth("")).password().reveal()).isEqualTo("better");
    }

    @Test
    void cloud_secureFileBroken_namesThatFile() {
        workspace.file("work/secure.yaml", "clouds: [geheim]");

        assertRefused(auth("")).hasMessageContaining("secure.yaml").hasMessageNotContaining("geheim");
    }

    @Test
    void cloud_authUrlWithReferenceToPassword_throwsRatherThanShowIt() {
        assertRefused("auth: {auth_url: 'http://{password}', username: u, password: geheim, project_id: x}")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void toString_settings_showsNoSecret() {
        workspace.variable("OS_PASSWORD", "geheim");
        CloudSettings settings = new CloudSettings(
                "origin", Map.of("password", "geheim"), key -> key, workspace.surroundings(), Path.of(""));

        assertThat(settings.toString() + workspace.surroundings()).doesNotContain("geheim");
    }

    @Test
    void cloud_profile_isReadFromVendorFile() {
        workspace.file("etc/openstack/clouds-public.yaml", """
                public-clouds:
                  vendor:
                    auth: {auth_url: "https://{region_name}.vendor/v3", project_domain_id: d}
                    interface: internal
                    region_name: r1
                """);

        CloudConfig cloud = cloud("profile: vendor, auth: {username: u, password: p, project_name: x}");

        assertThat(cloud.authUrl()).isEqualTo(URI.create("https://r1.vendor/v3"));
        assertThat(cloud.endpointInterface()).isEqualTo(EndpointInterface.INTERNAL);
        assertThat(((Credentials.Password) cloud.credentials()).project())
                .isEqualTo(IdentityRef.named("x", DomainRef.id("d")));
    }

    @Test
    void cloud_profileUnknown_throws() {
        assertRefused("profile: vendor").hasMessageContainingAll("vendor", "clouds-public.yaml");
        workspace.file("work/clouds-public.yaml", "public-clouds: {vendors: {}}");
        assertRefused("profile: vendor").hasMessageContaining("did you mean \"vendors\"?");
    }

    @Test
    void cloud_regions_firstUnlessAskedFor() {
        String regions = auth("") + ", regions: [one, {name: two, values: {interface: admin}}]";

        assertThat(cloud(regions).region()).contains("one");
        assertThat(cloud(regions, "two").endpointInterface()).isEqualTo(EndpointInterface.ADMIN);
        assertThat(cloud(auth("") + ", region_name: 'a,b'").region()).contains("a");
        assertThat(cloud(auth(""), "any").region()).contains("any");
        assertThatThrownBy(() -> cloud(regions, "twoo"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean \"two\"?");
    }

    @Test
    void cloud_tls_isRead() {
        Path ca = workspace.file("work/ca.pem", "");
        Path both = workspace.file("home/me.pem", "");

        assertThat(cloud(auth("") + ", cacert: ca.pem, cert: ~/me.pem").tls())
                .isEqualTo(Tls.trusting(ca).withClientCertificate(both, both));
        assertThat(cloud(auth("") + ", verify: false").tls()).isEqualTo(Tls.unverified());
        assertThat(cloud(auth("") + ", verify: 'False'").tls()).isEqualTo(Tls.unverified());
        assertRefused(auth("") + ", cacert: gone.pem").hasMessageContainingAll("cacert", "gone.pem");
        assertRefused(auth("") + ", key: ca.pem").hasMessageContaining("lacks cert");
        assertRefused(auth("") + ", verify: maybe").hasMessageContaining("true or false");
    }

    @Test
    void cloud_endpointOverrides_areReadByServiceType() {
        assertThat(cloud(auth("") + ", compute_endpoint_override: 'http://n:8774/v2.1'")
                        .endpointOverrides())
                .containsEntry("compute", URI.create("http://n:8774/v2.1"));
        assertRefused(auth("") + ", compute_endpoint_override: nova").hasMessageContaining("is not a URL");
    }

    @Test
    void cloud_anchorsAndMergeKeys_areRead() {
        Path file = workspace.file("work/clouds.yaml", """
                base: &base {auth_url: "http://a", username: u, password: p}
                clouds:
                  kws: {auth: {<<: *base, project_name: x}}
                """);

        assertThat(CloudsFile.open(file, workspace.surroundings()).cloud("kws").authUrl())
                .isEqualTo(URI.create("http://a/v3"));
    }
}
