package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.PLACEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.BestEffort;
import io.kws.sdk.driver.values.LimitValue;
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
 * The free capacity of a node's hosts, which Placement shows to administrators (allocation candidates, microversion 1.22).
 *
 * @param client the node
 */
record HypervisorCapacity(OpenStackClient client) {
    /** The first microversion in which a query may forbid a trait. */
    private static final String MICROVERSION = "1.22";

    /**
     * Returns how many servers of a size the hosts have capacity for.
     *
     * @param diskGib how much of a host's disk a server takes
     * @return the number of servers; empty if Placement does not tell
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
                .map(candidates -> LimitValue.builder()
                        .kind(LimitKind.PLACES)
                        .max(places(candidates, size))
                        .used(0)
                        .build());
    }

    /** Placement is an administrator's service; the rest of the plan does not need it. */
    private Optional<JsonNode> candidates(Map<String, Integer> size) {
        String resources = size.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
        return BestEffort.get(() -> client.send(Request.get(PLACEMENT, "allocation_candidates")
                .microversion(MICROVERSION)
                .query("resources", resources)
                .query("required", "!COMPUTE_STATUS_DISABLED")));
    }

    private static long places(JsonNode candidates, Map<String, Integer> size) {
        long places = 0;
        for (JsonNode provider : candidates.path("provider_summaries")) {
            JsonNode resources = provider.path("resources");
            if (resources.has("VCPU")) { // other providers lend disks to hosts
                places += fits(resources, size);
            }
        }
        return places;
    }

    private static long fits(JsonNode resources, Map<String, Integer> size) {
        return size.entrySet().stream()
                .filter(entry -> resources.has(entry.getKey()))
                .mapToLong(entry -> free(resources.path(entry.getKey())) / entry.getValue())
                .min()
                .orElse(0);
    }

    private static long free(JsonNode resource) {
        return Math.max(
                0, resource.path("capacity").asLong() - resource.path("used").asLong());
    }
}
