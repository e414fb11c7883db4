package io.kws.sdk.openstack.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.containers.RestartPolicy;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.servers.Port;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Builds the request that creates a container (Container API v1, "Create new container"). */
final class ContainerRequest {
    private ContainerRequest() {}

    /**
     * Returns the request.
     *
     * @param networkId the network; empty to let Zun choose
     */
    static JsonNode of(ContainerSpec spec, Rental rental, String networkId) {
        Map<String, String> labels = new HashMap<>(spec.labels());
        labels.putAll(RentalTags.of(rental));
        ObjectNode request = Json.object()
                .put("name", spec.name())
                .put("image", spec.image())
                .put("image_driver", word(spec.imageDriver()));
        request.set("labels", Json.of(labels));
        request.set("environment", Json.of(spec.environment()));
        if (spec.restartPolicy().kind() != RestartPolicy.Kind.NO) {
            request.set("restart_policy", restarts(spec.restartPolicy()));
        }
        if (!spec.command().isEmpty()) {
            request.set("command", Json.of(spec.command()));
        }
        spec.cpus().ifPresent(cpus -> request.put("cpu", cpus));
        spec.memoryMib().ifPresent(mib -> request.put("memory", mib));
        if (!networkId.isEmpty()) {
            request.putArray("nets").addObject().put("network", networkId);
        }
        if (!spec.exposedPorts().isEmpty()) {
            request.set("exposed_ports", exposed(spec));
        }
        return request;
    }

    private static ObjectNode restarts(RestartPolicy policy) {
        return Json.object()
                .put("Name", word(policy.kind()))
                .put("MaximumRetryCount", String.valueOf(policy.maxRetries()));
    }

    private static ObjectNode exposed(ContainerSpec spec) {
        ObjectNode exposed = Json.object();
        for (Port range : spec.exposedPorts()) {
            for (int port = range.from(); port <= range.to(); port++) {
                exposed.putObject(port + "/" + word(range.protocol()));
            }
        }
        return exposed;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
