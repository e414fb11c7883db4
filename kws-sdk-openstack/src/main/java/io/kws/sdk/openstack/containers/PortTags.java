package io.kws.sdk.openstack.containers;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tags in the descriptions of the ports that Zun creates for containers: {@code kws.end=2026-12-21T10%3A00%3A00Z
 * kws.warned=...}.
 */
final class PortTags {
    private static final int MAX_LENGTH = 255;

    private final OpenStackClient client;

    PortTags(OpenStackClient client) {
        this.client = client;
    }

    /** Returns the tags of all containers that have any, by container ID. */
    Map<String, Map<String, String>> byDevice() {
        Map<String, Map<String, String>> all = new HashMap<>();
        sorted(Request.get(NETWORK, "ports"))
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
     * Adds tags to all ports of a container, because any of them may be removed later.
     *
     * @throws InvalidRequestException if the container has no port, or the tags are too long for a description
     */
    void write(String container, Map<String, String> added) {
        List<JsonNode> ports = ports(container);
        if (ports.isEmpty()) {
            throw new InvalidRequestException(
                    "the rental cannot be changed: the container has no port of its own to store the change on, and Zun cannot change labels");
        }
        Map<String, String> tags = new TreeMap<>();
        ports.forEach(port -> tags.putAll(read(port)));
        tags.putAll(added);
        for (JsonNode port : ports) {
            client.send(Request.of("PUT", NETWORK, "ports", port.path("id").asText())
                    .body(Json.of(Map.of("port", Map.of("description", text(others(port), tags)))))
                    .repeatable());
        }
    }

    private List<JsonNode> ports(String container) {
        return sorted(Request.get(NETWORK, "ports").query("device_id", container));
    }

    private List<JsonNode> sorted(Request list) {
        return client.list(list, "ports").stream()
                .sorted(Comparator.comparing(port -> port.path("id").asText()))
                .toList();
    }

    private static boolean isTag(String word) {
        return word.startsWith("kws.") && word.contains("=");
    }

    private static Stream<String> words(JsonNode port) {
        return Arrays.stream(port.path("description").asText("").split(" ", -1)).filter(word -> !word.isEmpty());
    }

    /** Returns the words that others have written into the description. */
    private static Stream<String> others(JsonNode port) {
        return words(port).filter(word -> !isTag(word));
    }

    private static String text(Stream<String> others, Map<String, String> tags) {
        Stream<String> own = tags.entrySet().stream()
                .filter(tag -> !tag.getValue().isEmpty())
                .map(tag -> tag.getKey() + "=" + URLEncoder.encode(tag.getValue(), StandardCharsets.UTF_8));
        String text = Stream.concat(others, own).collect(Collectors.joining(" "));
        if (text.length() > MAX_LENGTH) {
            throw new InvalidRequestException(
                    "rental tags must be at most %d characters together, were %d; use a shorter owner"
                            .formatted(MAX_LENGTH, text.length()));
        }
        return text;
    }

    private static Map<String, String> read(JsonNode port) {
        return words(port)
                .filter(PortTags::isTag)
                .map(tag -> tag.split("=", 2))
                .collect(Collectors.toMap(tag -> tag[0], tag -> decode(tag[1]), (one, other) -> other));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // as a time, it will be unreadable
        }
    }
}
