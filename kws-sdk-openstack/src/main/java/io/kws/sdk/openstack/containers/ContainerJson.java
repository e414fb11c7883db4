package io.kws.sdk.openstack.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.ContainerValue;
import io.kws.sdk.internal.text.OptionalText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads containers from Zun's JSON, in any microversion. */
final class ContainerJson {
    private ContainerJson() {}

    static Container read(String node, JsonNode json) {
        return ContainerValue.builder()
                .node(node)
                .id(Json.text(json, "uuid"))
                .name(json.path("name").asText(""))
                .status(ContainerStatus.of(json.path("status").asText()))
                .task(OptionalText.of(json.path("task_state").asText("")))
                .reason(OptionalText.of(json.path("status_reason").asText("").strip()))
                .detail(OptionalText.of(json.path("status_detail").asText("").strip()))
                .image(OptionalText.of(json.path("image").asText("")))
                .addresses(addresses(json.path("addresses")))
                .ports(ports(json.path("ports")))
                .cpus(cpus(json.path("cpu").asDouble()))
                .memoryMib(memoryMib(json.path("memory").asText("")))
                .labels(Json.texts(json.path("labels")))
                .build();
    }

    /** Zun lists addresses by the ID of their network. */
    private static List<String> addresses(JsonNode byNetwork) {
        List<String> addresses = new ArrayList<>();
        byNetwork.forEach(network -> network.forEach(address -> {
            String ip = address.path("addr").asText("");
            if (!ip.isEmpty()) {
                addresses.add(ip);
            }
        }));
        return addresses;
    }

    private static List<Integer> ports(JsonNode numbers) {
        List<Integer> ports = new ArrayList<>();
        numbers.forEach(number -> ports.add(number.asInt()));
        return ports;
    }

    private static OptionalDouble cpus(double cpus) {
        return cpus > 0 ? OptionalDouble.of(cpus) : OptionalDouble.empty();
    }

    /** Zun writes digits as text; older services add a unit. */
    private static OptionalInt memoryMib(String text) {
        String digits = text.replaceFirst("[Mm]$", "");
        return digits.matches("0*[1-9]\\d{0,8}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}
