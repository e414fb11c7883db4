package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.FlavorValue;
import io.kws.sdk.driver.values.ImageValue;
import io.kws.sdk.openstack.OpenStackStub;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.ServerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openstack4j.model.compute.ServerCreate;

/** The JSON that reaches Nova. */
class ServerRequestTest {
    @RegisterExtension
    private final OpenStackStub cloud = new OpenStackStub("kws1");

    private static final Rental RENTAL = new Rental(
            new RentalId("k3vq7m2xw5ab"),
            "alice",
            Instant.parse("2026-11-21T08:00:00Z"),
            Optional.of(Instant.parse("2026-12-21T08:00:00Z")));

    private static ServerSpec.Options spec() {
        return ServerSpec.builder().name("web-1").image("debian-12").flavor("m1.nano");
    }

    private JsonNode sent(ServerSpec.Options spec, String keypair, String userData) {
        ServerCreate request = ServerRequest.of(
                spec.build(),
                RENTAL,
                ImageValue.builder()
                        .id("i1")
                        .name("debian-12")
                        .status("active")
                        .diskFormat("qcow2")
                        .sizeBytes(1)
                        .minDiskGib(0)
                        .minRamMib(0)
                        .visibility("public")
                        .adminUser("debian")
                        .build(),
                FlavorValue.builder()
                        .id("f1")
                        .name("m1.nano")
                        .vcpus(1)
                        .ramMib(256)
                        .diskGib(2)
                        .build(),
                keypair,
                Json.of(Map.of("id", "p1")),
                userData);
        cloud.answers("POST", "/servers", 202, "{\"server\": {\"id\": \"s1\"}}");
        cloud.answers("POST", "/os-volumes_boot", 202, "{\"server\": {\"id\": \"s1\"}}");
        cloud.client().call(openstack -> openstack.compute().servers().boot(request));
        try {
            return new ObjectMapper()
                    .readTree(cloud.requests("POST", "/servers").get(0).getBodyAsString())
                    .path("server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode sent(ServerSpec.Options spec) {
        return sent(spec, "", "");
    }

    @Test
    void of_plain_bootsFromTheImageOnThePort() {
        JsonNode server = sent(spec());

        assertThat(server.path("name").asText()).isEqualTo("web-1");
        assertThat(server.path("imageRef").asText()).isEqualTo("i1");
        assertThat(server.path("flavorRef").asText()).isEqualTo("f1");
        assertThat(server.path("networks")).hasToString("[{\"port\":\"p1\"}]");
        assertThat(server.has("block_device_mapping_v2")).isFalse();
    }

    @Test
    void of_nothingOptional_sendsNothingOptional() {
        JsonNode server = sent(spec());

        assertThat(server.has("key_name")).isFalse();
        assertThat(server.has("user_data")).isFalse();
        assertThat(server.has("availability_zone")).isFalse();
        assertThat(server.has("security_groups")).isFalse();
    }

    @Test
    void of_allOptional_sendsThem() {
        JsonNode server = sent(spec().availabilityZone("az-2"), "mine", "dGVzdA==");

        assertThat(server.path("key_name").asText()).isEqualTo("mine");
        assertThat(server.path("user_data").asText()).isEqualTo("dGVzdA==");
        assertThat(server.path("availability_zone").asText()).isEqualTo("az-2");
    }

    @Test
    void of_metadata_holdsRentersAndRental() {
        JsonNode metadata =
                sent(spec().metadata(Map.of("course", "web", "Umlaut", "ä"))).path("metadata");

        assertThat(metadata.size()).isEqualTo(6);
        assertThat(metadata.path("course").asText()).isEqualTo("web");
        assertThat(metadata.path("Umlaut").asText()).isEqualTo("ä");
        assertThat(metadata.path("kws.rental").asText()).isEqualTo("k3vq7m2xw5ab");
        assertThat(metadata.path("kws.owner").asText()).isEqualTo("alice");
        assertThat(metadata.path("kws.start").asText()).isEqualTo("2026-11-21T08:00:00Z");
        assertThat(metadata.path("kws.end").asText()).isEqualTo("2026-12-21T08:00:00Z");
    }

    @Test
    void of_bootVolume_mapsOneMadeOfTheImageThatGoesWithTheServer() {
        JsonNode server = sent(spec().bootVolumeGib(7));

        JsonNode disk = server.path("block_device_mapping_v2").path(0);
        assertThat(server.path("block_device_mapping_v2")).hasSize(1);
        assertThat(server.path("imageRef").asText("")).isEmpty();
        assertThat(disk.path("source_type").asText()).isEqualTo("image");
        assertThat(disk.path("destination_type").asText()).isEqualTo("volume");
        assertThat(disk.path("uuid").asText()).isEqualTo("i1");
        assertThat(disk.path("volume_size").asInt()).isEqualTo(7);
        assertThat(disk.path("boot_index").asInt(-1)).isZero();
        assertThat(disk.path("delete_on_termination").asBoolean()).isTrue();
    }
}
