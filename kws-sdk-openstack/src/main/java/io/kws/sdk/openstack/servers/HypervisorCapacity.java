package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.PLACEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.values.LimitValue;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.limits.Limit;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hosts of a node, of which Placement tells administrators (allocation candidates, microversion 1.22).
 *
 * @param client the node
 */
record HypervisorCapacity(OpenStackClient client) {
    /** The first in which a trait may be forbidden. */
    private static final String MICROVERSION = "1.22";

    /**
     * Returns how many servers of a size there is room for.
     *
     * @param diskGib what the server takes of a host's disk
     * @return the places; nothing where nobody tells
     */
    Optional<Limit> places(Flavor flavor, int diskGib) {
        if (!client.hasRole("admin")) {
            return Optional.empty();
        }
        Map<String, Integer> size = new LinkedHashMap<>();
        size.put("VCPU", flavor.vcpus());
        size.put("MEMORY_MB", flavor.ramMib());
        size.put("DISK_GB", diskGib);
        size.values().removeIf(amount -> amount == 0);
        return candidates(size)
                .map(found -> LimitValue.builder()
                        .kind(LimitKind.PLACES)
                        .max(places(found, size))
                        .used(0)
                        .build());
    }

    /** Placement is not for users: where it does not answer, the rest of the plan is as good without it. */
    private Optional<JsonNode> candidates(Map<String, Integer> size) {
        String resources = size.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
        try {
            return Optional.of(client.send(Request.get(PLACEMENT, "allocation_candidates")
                    .microversion(MICROVERSION)
                    .query("resources", resources)
                    .query("required", "!COMPUTE_STATUS_DISABLED")));
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return Optional.empty();
        }
    }

    private static long places(JsonNode candidates, Map<String, Integer> size) {
        long places = 0;
        for (JsonNode provider : candidates.path("provider_summaries")) {
            JsonNode resources = provider.path("resources");
            if (resources.has("VCPU")) { // others lend hosts a disk, or a part of one
                places += fits(resources, size);
            }
        }
        return places;
    }

    private static long fits(JsonNode resources, Map<String, Integer> size) {
        return size.entrySet().stream()
                .filter(entry -> resources.has(entry.getKey()))
                .mapToLong(entry -> left(resources.path(entry.getKey())) / entry.getValue())
                .min()
                .orElse(0);
    }

    private static long left(JsonNode resource) {
        return Math.max(
                0, resource.path("capacity").asLong() - resource.path("used").asLong());
    }
}
