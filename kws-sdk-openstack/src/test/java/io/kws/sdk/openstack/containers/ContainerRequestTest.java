package io.kws.sdk.openstack.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.containers.ImageDriver;
import io.kws.sdk.containers.RestartPolicy;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerRequestTest {
    private static final Rental RENTAL =
            new Rental(new RentalId("k3vq7m2xw5ab"), "alice", Instant.parse("2026-11-21T08:00:00Z"), Optional.empty());
    private static final String TAGS =
            "\"kws.rental\": \"k3vq7m2xw5ab\", \"kws.owner\": \"alice\", \"kws.start\": \"2026-11-21T08:00:00Z\"";

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode request(ContainerSpec.Options spec, String networkId) {
        return json(ContainerRequest.of(spec.build(), RENTAL, networkId).toString());
    }

    @Test
    void of_requiredOnly_leavesTheRestToZun() {
        assertThat(request(ContainerSpec.builder().name("web-1").image("nginx"), ""))
                .isEqualTo(json("{\"name\": \"web-1\", \"image\": \"nginx\", \"image_driver\": \"docker\","
                        + "\"environment\": {}, \"labels\": {" + TAGS + "}}"));
    }

    @Test
    void of_allSet_saysItInZunsWords() {
        ContainerSpec.Options spec = ContainerSpec.builder()
                .name("web-1")
                .image("nginx")
                .imageDriver(ImageDriver.GLANCE)
                .command("sh", "-c", "echo 'a b'")
                .environment(Map.of("A", "b"))
                .exposedPorts(Port.HTTP, new Port(Port.Protocol.UDP, 5000, 5001))
                .cpus(0.5)
                .memoryMib(64)
                .restartPolicy(RestartPolicy.onFailure(3))
                .labels(Map.of("course", "web"));

        assertThat(request(spec, "n1")).isEqualTo(json("""
                {"name": "web-1", "image": "nginx", "image_driver": "glance",
                 "command": ["sh", "-c", "echo 'a b'"],
                 "environment": {"A": "b"},
                 "exposed_ports": {"80/tcp": {}, "5000/udp": {}, "5001/udp": {}},
                 "cpu": 0.5, "memory": 64,
                 "restart_policy": {"Name": "on-failure", "MaximumRetryCount": "3"},
                 "nets": [{"network": "n1"}],
                 "labels": {"course": "web", %s}}""".formatted(TAGS)));
    }

    @Test
    void of_unlessStopped_isWrittenWithAHyphen() {
        ContainerSpec.Options spec =
                ContainerSpec.builder().name("web-1").image("nginx").restartPolicy(RestartPolicy.unlessStopped());

        assertThat(request(spec, "").path("restart_policy").path("Name").asText())
                .isEqualTo("unless-stopped");
    }
}
