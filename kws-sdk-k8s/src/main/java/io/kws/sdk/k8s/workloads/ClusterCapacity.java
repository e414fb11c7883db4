package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.config.OwnerLimits;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many Pods of an app's size there is room for: on the machines, by what they can allocate and what Pods request, and
 * in the namespace's quotas; as far as the credentials may know either.
 *
 * @param client where
 * @param size what one Pod requests, by resource
 */
record ClusterCapacity(ClusterClient client, Map<String, BigDecimal> size) {
    private static final String LIVE = "status.phase!=Succeeded,status.phase!=Failed";

    static ClusterCapacity of(ClusterClient client, AppSpec spec) {
        Map<String, BigDecimal> size = new LinkedHashMap<>();
        size.put("cpu", BigDecimal.valueOf(spec.resources().cpuRequestMillis().orElse(0), 3));
        size.put(
                "memory",
                BigDecimal.valueOf(spec.resources().memoryRequestMib().orElse(0))
                        .multiply(BigDecimal.valueOf(1024 * 1024)));
        size.put("pods", BigDecimal.ONE);
        size.values().removeIf(amount -> amount.signum() == 0);
        return new ClusterCapacity(client, size);
    }

    /** Counts new storage too, which quotas bound as well, but no machine does. */
    ClusterCapacity with(Storage storage) {
        Map<String, BigDecimal> larger = new LinkedHashMap<>(size);
        larger.put("storage", BigDecimal.valueOf((long) storage.sizeGib() << 30));
        return new ClusterCapacity(client, larger);
    }

    /** Looks for the room in the namespace of a place. */
    ReplicaCapacity room(WorkloadLocation place, OwnerLimits ownerLimits) {
        return new ReplicaCapacity(onMachines(), inQuotas(place, ownerLimits));
    }

    private OptionalLong onMachines() {
        return ifTold(() -> {
            List<JsonNode> machines = client.list(Request.list(ApiResource.NODES, ""));
            Map<String, Map<String, BigDecimal>> taken = new HashMap<>();
            client.list(Request.list(ApiResource.PODS, "").query("fieldSelector", LIVE))
                    .forEach(pod -> take(pod, taken));
            long places = machines.stream()
                    .filter(ClusterCapacity::takesPods)
                    .mapToLong(machine -> fits(
                            machine.path("status").path("allocatable"),
                            "",
                            taken.getOrDefault(Pods.name(machine), Map.of())))
                    .reduce(0, (all, more) -> more == Long.MAX_VALUE ? more : Math.max(all, all + more));
            return OptionalLong.of(places);
        });
    }

    /** An owner's namespace that is still to be equipped has the quota that it will get, and no other if that is gone. */
    private OptionalLong inQuotas(WorkloadLocation place, OwnerLimits ownerLimits) {
        return ifTold(() -> {
            List<JsonNode> quotas = client.list(Request.list(ApiResource.RESOURCE_QUOTAS, place.namespace()));
            return quotas.isEmpty() && place.isOwners() && !isEquipped(place)
                    ? OptionalLong.of(inQuota(hard(ownerLimits), Json.object()))
                    : quotas.stream()
                            .filter(quota -> !quota.path("spec").has("scopes")
                                    && !quota.path("spec").has("scopeSelector"))
                            .map(quota -> quota.path("status"))
                            .mapToLong(status -> inQuota(status.path("hard"), status.path("used")))
                            .min();
        });
    }

    private boolean isEquipped(WorkloadLocation place) {
        return client.find(Request.get(ApiResource.NAMESPACES, "", place.namespace()))
                .filter(OwnerNamespace::isEquipped)
                .isPresent();
    }

    private static JsonNode hard(OwnerLimits limits) {
        return Json.object()
                .put("pods", String.valueOf(limits.pods()))
                .put("requests.cpu", limits.cpuMillis() + "m")
                .put("requests.memory", limits.memoryMib() + "Mi")
                .put("requests.storage", limits.storageGib() + "Gi");
    }

    private long inQuota(JsonNode hard, JsonNode used) {
        return Math.min(fits(hard, "requests.", amounts(used, "requests.")), fits(hard, "", amounts(used, "")));
    }

    /** Asks for something that only some may know. */
    private interface Question {
        OptionalLong ask();
    }

    private static OptionalLong ifTold(Question question) {
        try {
            return question.ask();
        } catch (AccessDeniedException | NotFoundException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean takesPods(JsonNode machine) {
        for (JsonNode taint : machine.path("spec").path("taints")) {
            if (!taint.path("effect").asText().equals("PreferNoSchedule")) {
                return false;
            }
        }
        for (JsonNode condition : machine.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Ready")
                    && !condition.path("status").asText().equals("True")) {
                return false;
            }
        }
        return !machine.path("spec").path("unschedulable").asBoolean();
    }

    private void take(JsonNode pod, Map<String, Map<String, BigDecimal>> taken) {
        Map<String, BigDecimal> sums =
                taken.computeIfAbsent(pod.path("spec").path("nodeName").asText(), machine -> new HashMap<>());
        sums.merge("pods", BigDecimal.ONE, BigDecimal::add);
        for (JsonNode container : pod.path("spec").path("containers")) {
            amounts(container.path("resources").path("requests"), "")
                    .forEach((resource, amount) -> sums.merge(resource, amount, BigDecimal::add));
        }
    }

    /** Returns the amounts that matter here, by resource. */
    private Map<String, BigDecimal> amounts(JsonNode amounts, String prefix) {
        Map<String, BigDecimal> read = new HashMap<>();
        size.keySet()
                .forEach(resource ->
                        amount(amounts.path(prefix + resource)).ifPresent(amount -> read.put(resource, amount)));
        return read;
    }

    private static Optional<BigDecimal> amount(JsonNode text) {
        try {
            return text.isValueNode()
                    ? Optional.of(Quantity.fromString(text.asText()).getNumber())
                    : Optional.empty();
        } catch (QuantityFormatException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns how often the size goes into what is left; what is not bounded takes any number. */
    private long fits(JsonNode bounds, String prefix, Map<String, BigDecimal> taken) {
        Map<String, BigDecimal> all = amounts(bounds, prefix);
        return size.entrySet().stream()
                .filter(entry -> all.containsKey(entry.getKey()))
                .mapToLong(entry -> all.getOrDefault(entry.getKey(), BigDecimal.ZERO)
                        .subtract(taken.getOrDefault(entry.getKey(), BigDecimal.ZERO))
                        .max(BigDecimal.ZERO)
                        .divide(entry.getValue(), 0, RoundingMode.DOWN)
                        .longValue())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
