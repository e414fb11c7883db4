package io.kws.sdk.openstack.containers;

import static io.kws.sdk.openstack.transport.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.transport.Gate;
import io.kws.sdk.openstack.transport.Json;
import io.kws.sdk.openstack.transport.Request;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tags in the descriptions of the ports that Zun makes for containers: {@code kws.end=2026-12-21T10%3A00%3A00Z
 * kws.warned=...}.
 */
final class PortTags {
    private static final int LONGEST = 255;

    private final Gate gate;

    PortTags(Gate gate) {
        this.gate = gate;
    }

    /** Returns the tags of all containers that have some, by their IDs. */
    Map<String, Map<String, String>> byDevice() {
        Map<String, Map<String, String>> all = new HashMap<>();
        gate.list(Request.get(NETWORK, "ports"), "ports")
                .forEach(port -> all.computeIfAbsent(port.path("device_id").asText(""), id -> new HashMap<>())
                        .putAll(read(port)));
        return all;
    }

    Map<String, String> of(String container) {
        Map<String, String> tags = new TreeMap<>();
        ports(container).forEach(port -> tags.putAll(read(port)));
        return tags;
    }

    /**
     * Adds tags.
     *
     * @throws InvalidRequestException if the container has no port, or the tags are too long for it
     */
    void write(String container, Map<String, String> added) {
        List<JsonNode> ports = ports(container);
        if (ports.isEmpty()) {
            throw new InvalidRequestException(
                    "it has no port of its own, and Zun cannot change its labels: its rental cannot be changed");
        }
        JsonNode port = ports.get(0);
        Map<String, String> tags = new TreeMap<>(of(container));
        tags.putAll(added);
        gate.send(Request.of("PUT", NETWORK, "ports", port.path("id").asText())
                .body(Json.of(Map.of("port", Map.of("description", text(tags)))))
                .repeatable());
    }

    private List<JsonNode> ports(String container) {
        return gate.list(Request.get(NETWORK, "ports").query("device_id", container), "ports").stream()
                .sorted((one, other) ->
                        one.path("id").asText().compareTo(other.path("id").asText()))
                .toList();
    }

    private static String text(Map<String, String> tags) {
        String text = tags.entrySet().stream()
                .filter(tag -> !tag.getValue().isEmpty())
                .map(tag -> tag.getKey() + "=" + URLEncoder.encode(tag.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
        if (text.length() > LONGEST) {
            throw new InvalidRequestException("its port cannot keep so much text: take a shorter owner");
        }
        return text;
    }

    private static Map<String, String> read(JsonNode port) {
        return Arrays.stream(port.path("description").asText("").split(" ", -1))
                .map(tag -> tag.split("=", 2))
                .filter(tag -> tag.length == 2 && tag[0].startsWith("kws."))
                .collect(Collectors.toMap(tag -> tag[0], tag -> decode(tag[1]), (one, other) -> other));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // which then cannot be read as a time
        }
    }
}
