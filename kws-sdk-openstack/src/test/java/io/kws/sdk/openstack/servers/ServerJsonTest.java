package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.values.AddressValue;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Address;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Nova wrote on the testbed (Zed), trimmed. */
class ServerJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static ObjectNode recorded(String name) {
        try (InputStream in = ServerJsonTest.class.getResourceAsStream(name + ".json")) {
            return (ObjectNode) MAPPER.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Server read(JsonNode json) {
        return ServerJson.read("kws1", json);
    }

    @Test
    void read_active_hasAllThatNovaTells() {
        Server server = read(recorded("active"));

        assertThat(server.node()).isEqualTo("kws1");
        assertThat(server.id()).isEqualTo("34d0c9f9-2da9-4ef4-b79e-78acb764c7a9");
        assertThat(server.name()).isEqualTo("recorded");
        assertThat(server.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(server.task()).isEmpty();
        assertThat(server.fault()).isEmpty();
        assertThat(server.imageId()).contains("6ab3cd13-77c8-4cf0-8cdd-7bf30f820a04");
        assertThat(server.flavor()).contains("1");
        assertThat(server.keypair()).isEmpty();
        assertThat(server.addresses())
                .containsExactly(AddressValue.builder()
                        .ip("192.168.233.173")
                        .kind(Address.Kind.FIXED)
                        .network("private")
                        .build());
        assertThat(server.volumeIds()).isEmpty();
        assertThat(server.created()).isEqualTo("2026-11-21T08:26:23Z");
        assertThat(server.metadata()).containsEntry("course", "web");
        assertThat(server.rental())
                .contains(new Rental(
                        new RentalId("k3vq7m2xw5ab"),
                        "alice",
                        Instant.parse("2026-11-21T08:00:00Z"),
                        Optional.of(Instant.parse("2026-12-21T08:00:00Z"))));
    }

    @Test
    void read_newestMicroversion_differsInTheFlavorOnly() {
        Server server = read(recorded("active-2.93"));

        assertThat(server.flavor()).contains("m1.nano");
        assertThat(server.imageId()).isEqualTo(read(recorded("active")).imageId());
        assertThat(server.addresses()).isEqualTo(read(recorded("active")).addresses());
        assertThat(server.rental()).isPresent();
    }

    @Test
    void read_bootFromVolume_hasAVolumeAndNoImage() {
        Server server = read(recorded("boot-from-volume"));

        assertThat(server.imageId()).isEmpty();
        assertThat(server.volumeIds()).containsExactly("76087028-cdab-4b5a-bd2e-f9a648b01d2a");
        assertThat(server.rental()).isEmpty();
    }

    @Test
    void read_noHost_hasTheFault() {
        Server server = read(recorded("error-no-host"));

        assertThat(server.status()).isEqualTo(ServerStatus.ERROR);
        assertThat(server.fault()).contains("No valid host was found.");
        assertThat(server.addresses()).isEmpty();
    }

    @Test
    void read_floatingIp_isToldApartAndPreferred() {
        Server server = read(json("""
                {"id": "1", "addresses": {"private": [
                    {"addr": "192.168.233.5", "OS-EXT-IPS:type": "fixed"},
                    {"addr": "172.24.4.9", "OS-EXT-IPS:type": "floating"}]}}"""));

        assertThat(server.host()).contains("172.24.4.9");
        assertThat(server.addresses())
                .extracting(Address::kind)
                .containsExactly(Address.Kind.FIXED, Address.Kind.FLOATING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOMETHING_NEW", "active", ""})
    void read_wordNotKnown_isUnknown(String word) {
        assertThat(read(recorded("active").put("status", word)).status()).isEqualTo(ServerStatus.UNKNOWN);
    }

    @Test
    void read_onlyAnId_isAServerOfWhichLittleIsKnown() {
        Server server = read(json("{\"id\": \"1\"}"));

        assertThat(server.status()).isEqualTo(ServerStatus.UNKNOWN);
        assertThat(server.name()).isEmpty();
        assertThat(server.flavor()).isEmpty();
        assertThat(server.created()).isEqualTo(Instant.EPOCH);
        assertThat(server.metadata()).isEmpty();
        assertThat(server.host()).isEmpty();
    }

    @Test
    void read_allNull_isAServerOfWhichLittleIsKnown() {
        ObjectNode nulls = recorded("active");
        nulls.properties().forEach(field -> field.setValue(MAPPER.nullNode()));
        Server server = read(nulls.put("id", "1"));

        assertThat(server.name()).isEmpty();
        assertThat(server.addresses()).isEmpty();
        assertThat(server.volumeIds()).isEmpty();
        assertThat(server.rental()).isEmpty();
    }

    @Test
    void read_unknownFieldsEverywhere_areLeftAlone() {
        ObjectNode server = recorded("boot-from-volume");
        ((ObjectNode) server.path("os-extended-volumes:volumes_attached").get(0))
                .putObject("attachment")
                .put("id", "not a volume");
        server.putObject("x_new").put("status", "BUILD");
        server.put("image", "");

        assertThat(read(server)).isEqualTo(read(recorded("boot-from-volume")));
    }

    @Test
    void read_rentalThatCannotBeRead_isNoRental() {
        ObjectNode server = recorded("active");
        ((ObjectNode) server.path("metadata")).put("kws.start", "yesterday");

        assertThat(read(server).rental()).isEmpty();
    }
}
