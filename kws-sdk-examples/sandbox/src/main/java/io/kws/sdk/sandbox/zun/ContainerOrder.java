package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.neutron.ContainerPorts;
import io.kws.sdk.sandbox.site.Caller;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what a container is asked for with, and adds what the service has by default. */
final class ContainerOrder {
    /** The fields, by the edition from which on they may be used. */
    private static final Map<String, Integer> SINCE = Map.of(
            "auto_remove", 3,
            "runtime", 5,
            "hostname", 9,
            "mounts", 11,
            "privileged", 21,
            "healthcheck", 22,
            "exposed_ports", 24,
            "registry", 31,
            "host", 39,
            "entrypoint", 40);

    private static final Set<String> ALWAYS = Set.of(
            "name",
            "image",
            "command",
            "cpu",
            "cpu_policy",
            "memory",
            "workdir",
            "image_pull_policy",
            "labels",
            "environment",
            "restart_policy",
            "interactive",
            "tty",
            "image_driver",
            "security_groups",
            "hints",
            "nets",
            "disk",
            "availability_zone",
            "auto_heal");
    private static final int LIST_COMMAND = 20;

    private final ContainerPorts ports;

    ContainerOrder(ContainerPorts ports) {
        this.ports = ports;
    }

    /** Refuses what is wrong whoever asks. */
    void check(ObjectNode spec, Edition edition) {
        Iterator<String> names = spec.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (SINCE.containsKey(name)) {
                edition.require(name, SINCE.get(name));
            } else if (!ALWAYS.contains(name)) {
                throw invalid("Additional properties are not allowed ('" + name + "' was unexpected)");
            }
        }
        if (!spec.has("image")) {
            throw invalid("'image' is a required property");
        }
        matches(spec, "image", "(?s).{0,254}[a-zA-Z0-9][a-zA-Z0-9_.-].{0,253}");
        matches(spec, "name", "[a-zA-Z0-9][a-zA-Z0-9_.-]{1,254}");
        matches(spec, "image_driver", "docker|glance|None");
        between(spec, "cpu", 0.1, 16);
        between(spec, "memory", 4, 8192);
        between(spec, "disk", 1, 160);
        requireList(spec, edition);
        texts(spec, "environment");
        checkRestarts(spec.path("restart_policy"));
        if (spec.has("exposed_ports") && spec.has("security_groups")) {
            throw invalid("{'required': ['security_groups', 'exposed_ports']} is not allowed");
        }
    }

    /** Adds what was not said. */
    ObjectNode complete(ObjectNode asked, Caller caller, String usualName) {
        ObjectNode spec = Json.object()
                .put("name", usualName)
                .put("image_driver", "docker")
                .put("memory", "512")
                .put("cpu", 1.0)
                .put("cpu_policy", "shared")
                .put("interactive", false)
                .put("tty", false)
                .put("auto_remove", false)
                .put("auto_heal", false);
        asked.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> spec.set(field.getKey(), field.getValue()));
        spec.put("memory", spec.path("memory").asText())
                .put("cpu", spec.path("cpu").asDouble());
        if (spec.get("restart_policy") instanceof ObjectNode policy && !policy.has("MaximumRetryCount")) {
            policy.put("MaximumRetryCount", "0");
        }
        exposed(spec);
        JsonNode net = spec.path("nets").path(0);
        return spec.put(
                "network",
                net.has("network") ? ports.named(caller, net.path("network").asText()) : ports.usual(caller));
    }

    private static void exposed(ObjectNode spec) {
        ObjectNode exposed = Json.object();
        spec.path("exposed_ports").fieldNames().forEachRemaining(port -> {
            String full = port.contains("/") ? port : port + "/tcp";
            if (!full.matches(".*/(tcp|udp)")) {
                throw invalid("value " + full.replaceFirst(".*/", "") + " is an invalid protocol");
            }
            if (!full.matches("\\d{1,5}/.*")) {
                throw invalid("value " + full.replaceFirst("/.*", "") + " is invalid as publish port.");
            }
            exposed.putObject(full);
        });
        spec.set("exposed_ports", exposed);
    }

    private static void requireList(ObjectNode spec, Edition edition) {
        JsonNode command = spec.path("command");
        if (edition.atLeast(LIST_COMMAND) && command.isTextual()) {
            throw invalid(field("command", command) + "'" + command.asText() + "' is not of type 'array', 'null'");
        }
        if (command.isTextual()) {
            spec.set("command", Json.texts(List.of(command.asText().split("\\s+", -1))));
        }
    }

    private static void texts(ObjectNode spec, String name) {
        for (JsonNode value : spec.path(name)) {
            if (!value.isTextual()) {
                throw invalid(field(name, value) + value + " is not of type 'string'");
            }
        }
    }

    private static void checkRestarts(JsonNode policy) {
        if (policy.isMissingNode() || policy.isNull()) {
            return;
        }
        String name = policy.path("Name").asText();
        if (!Set.of("no", "always", "on-failure", "unless-stopped").contains(name)) {
            throw invalid(field("Name", policy.path("Name")) + "it is not one of ['no', 'always', 'on-failure',"
                    + " 'unless-stopped']");
        }
        if (policy.path("MaximumRetryCount").asInt() != 0
                && Set.of("always", "unless-stopped").contains(name)) {
            throw new Refusal(400, "invalid-value", "maximum retry count not valid with restart policy of " + name);
        }
    }

    private static void matches(ObjectNode spec, String name, String pattern) {
        JsonNode value = spec.path(name);
        if (value.isTextual() && !value.asText().matches(pattern)) {
            throw invalid(field(name, value) + "'" + value.asText() + "' does not match '" + pattern + "'");
        }
    }

    private static void between(ObjectNode spec, String name, double least, double most) {
        JsonNode value = spec.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        double number = value.asText().matches("[0-9]+(\\.[0-9]+)?") ? value.asDouble() : -1;
        if (number < least) {
            throw invalid(field(name, value) + value.asText() + " is less than the minimum of " + least);
        }
        if (number > most) {
            throw invalid(field(name, value) + value.asText() + " is greater than the maximum of " + most);
        }
    }

    private static String field(String name, JsonNode value) {
        return "Invalid input for field '" + name + "'.Value: '" + value.asText() + "'. ";
    }

    private static Refusal invalid(String detail) {
        return new Refusal(400, "schema-validation-error", detail);
    }
}
