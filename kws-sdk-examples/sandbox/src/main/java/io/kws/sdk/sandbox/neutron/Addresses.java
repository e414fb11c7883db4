package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Hands out addresses of subnets; one given back is used again only after all others. */
final class Addresses {
    private final Map<String, Long> latest = new HashMap<>();

    String next(ObjectNode subnet, Set<String> taken) {
        String subnetId = Resources.id(subnet);
        JsonNode pool = subnet.path("allocation_pools").path(0);
        long start = Cidr.number(pool.path("start").asText());
        long end = Cidr.number(pool.path("end").asText());
        long size = end - start + 1;
        long from = latest.getOrDefault(subnetId, start - 1) + 1;
        for (long i = 0; i < size; i++) {
            long candidate = start + (from - start + i) % size;
            if (!taken.contains(Cidr.text(candidate))) {
                latest.put(subnetId, candidate);
                return Cidr.text(candidate);
            }
        }
        String network = subnet.path("network_id").asText();
        throw new Refusal(
                409, "IpAddressGenerationFailure", "No more IP addresses available on network " + network + ".");
    }
}
