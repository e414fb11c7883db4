package io.kws.sdk.openstack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.EndpointInterface;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which of a catalogue's many addresses is taken. */
class CatalogTest {
    private static final String CATALOG = """
            {"c":[
             {"type":"compute","endpoints":[
              {"interface":"internal","region":"R1","url":"http://inner/v2.1"},
              {"interface":"public","region":"R1","url":"http://r1/v2.1/"},
              {"interface":"public","region":"R2","url":"http://r2/v2.1"}]},
             {"type":"network","endpoints":[{"interface":"public","region":"R1","url":"http://net:9696"}]},
             {"type":"image","endpoints":[{"interface":"public","region":"R1","url":"http://img/v2"}]},
             {"type":"volumev3","endpoints":[{"interface":"public","region":"R1","url":"http://vol/v3/p1"}]},
             {"type":"container","endpoints":[{"interface":"public","region":"R1","url":"http://zun:9517"}]},
             {"type":"object-store","endpoints":[]}]}""";

    @Test
    void url_nothingConfigured_isTheFirstPublicOne() {
        Catalog catalog = catalog(config());

        assertThat(catalog.url(Service.COMPUTE)).isEqualTo("http://r1/v2.1");
        assertThat(catalog.url(Service.NETWORK)).isEqualTo("http://net:9696/v2.0");
        assertThat(catalog.url(Service.IMAGE)).isEqualTo("http://img/v2");
        assertThat(catalog.url(Service.VOLUME)).isEqualTo("http://vol/v3/p1");
        assertThat(catalog.url(Service.CONTAINER)).isEqualTo("http://zun:9517/v1");
        assertThat(catalog.types()).containsExactly("compute", "container", "image", "network", "volumev3");
    }

    @Test
    void url_region_isKeptTo() {
        Catalog catalog = catalog(config().region("R2"));

        assertThat(catalog.url(Service.COMPUTE)).isEqualTo("http://r2/v2.1");
        assertThatThrownBy(() -> catalog.url(Service.IMAGE))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageContaining("no image service (Glance) in region R2");
    }

    @Test
    void url_interface_isKeptTo() {
        Catalog catalog = catalog(config().endpointInterface(EndpointInterface.INTERNAL));

        assertThat(catalog.url(Service.COMPUTE)).isEqualTo("http://inner/v2.1");
        assertThatThrownBy(() -> catalog.url(Service.NETWORK)).isInstanceOf(CapabilityMissingException.class);
    }

    @Test
    void url_override_wins() {
        Catalog catalog = catalog(config().putEndpointOverrides("compute", URI.create("http://own/nova/v2.1/"))
                .putEndpointOverrides("network", URI.create("http://own/neutron")));

        assertThat(catalog.url(Service.COMPUTE)).isEqualTo("http://own/nova/v2.1");
        assertThat(catalog.url(Service.NETWORK)).isEqualTo("http://own/neutron/v2.0");
    }

    private static CloudConfig.Builder config() {
        return CloudConfig.builder()
                .authUrl("http://keystone:5000")
                .credentials(Credentials.applicationCredential("id", Secret.of("s")));
    }

    private static Catalog catalog(CloudConfig.Builder config) {
        return new Catalog(
                config.build(),
                Json.parse(CATALOG.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .path("c"));
    }
}
