package io.kws.sdk.openstack.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reads the example of Zun's own API reference, and what differs from it. */
class ContainerJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static ObjectNode example() {
        try (InputStream in = ContainerJsonTest.class.getResourceAsStream("stopped.json")) {
            return (ObjectNode) MAPPER.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Container read(JsonNode json) {
        return ContainerJson.read("kws1", json);
    }

    @Test
    void read_example_hasAllThatZunTells() {
        Container container = read(example());

        assertThat(container.node()).isEqualTo("kws1");
        assertThat(container.id()).isEqualTo("b0694d40-70af-4488-b104-10f66b593347");
        assertThat(container.name()).isEqualTo("test");
        assertThat(container.status()).isEqualTo(ContainerStatus.STOPPED);
        assertThat(container.task()).isEmpty();
        assertThat(container.reason()).isEmpty();
        assertThat(container.detail()).contains("Exited(0) 8 mins ago");
        assertThat(container.exitCode()).hasValue(0);
        assertThat(container.image()).contains("ubuntu");
        assertThat(container.addresses()).containsExactly("172.24.4.3", "2001:db8::9");
        assertThat(container.ports()).containsExactly(80, 5000);
        assertThat(container.cpus()).hasValue(2.0);
        assertThat(container.memoryMib()).hasValue(500);
        assertThat(container.labels()).containsEntry("app", "hello");
        assertThat(container.rental())
                .contains(new Rental(
                        new RentalId("k3vq7m2xw5ab"),
                        "alice",
                        Instant.parse("2026-11-21T08:00:00Z"),
                        Optional.empty()));
    }

    @Test
    void read_onlyAnId_isAContainerOfWhichLittleIsKnown() {
        Container container = read(MAPPER.createObjectNode().put("uuid", "1"));

        assertThat(container.status()).isEqualTo(ContainerStatus.UNKNOWN);
        assertThat(container.name()).isEmpty();
        assertThat(container.addresses()).isEmpty();
        assertThat(container.memoryMib()).isEmpty();
        assertThat(container.labels()).isEmpty();
        assertThat(container.exitCode()).isEmpty();
    }

    @Test
    void read_allNull_isAContainerOfWhichLittleIsKnown() {
        ObjectNode nulls = example();
        nulls.properties().forEach(field -> field.setValue(MAPPER.nullNode()));
        Container container = read(nulls.put("uuid", "1"));

        assertThat(container).isEqualTo(read(MAPPER.createObjectNode().put("uuid", "1")));
    }

    @Test
    void read_noId_isAFailureOfTheService() {
        assertThatThrownBy(() -> read(MAPPER.createObjectNode().put("name", "web-1")))
                .isInstanceOf(ServiceFailureException.class)
                .hasMessageContaining("uuid");
    }

    @Test
    void read_unknownFieldsEverywhere_areLeftAlone() {
        ObjectNode container = example();
        container.putObject("x_new").put("status", "Error");
        container.withObject("/restart_policy").put("x_new", 1);
        ((ObjectNode) container.path("addresses").elements().next().get(0)).put("x_new", "10.0.0.1");

        assertThat(read(container)).isEqualTo(read(example()));
    }

    @Test
    void read_memoryWithUnit_isInMib() {
        assertThat(read(example().put("memory", "512M")).memoryMib()).hasValue(512);
        assertThat(read(example().put("memory", 64)).memoryMib()).hasValue(64);
        assertThat(read(example().put("memory", "much")).memoryMib()).isEmpty();
    }
}
