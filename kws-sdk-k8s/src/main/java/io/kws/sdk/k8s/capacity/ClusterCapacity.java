package io.kws.sdk.k8s.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.config.OwnerLimits;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import io.kws.sdk.k8s.objects.Amounts;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.objects.ObjectRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Counts how many more Pods of one size fit: on the machines, by what they can allocate and what Pods request, and in the
 * namespace's quotas; as far as the credentials can see either.
 *
 * @param objects the cluster's objects
 * @param size what one Pod requests, by resource
 */
public record ClusterCapacity(ObjectClient objects, Map<String, BigDecimal> size) {
    private static final String LIVE = "status.phase!=Succeeded,status.phase!=Failed";

    /**
     * Makes a counter for the Pods of an app.
     *
     * @param objects the cluster's objects
     * @param spec the app
     * @return the counter
     */
    public static ClusterCapacity of(ObjectClient objects, AppSpec spec) {
        Map<String, BigDecimal> size = new LinkedHashMap<>();
        size.put("cpu", BigDecimal.valueOf(spec.resources().cpuRequestMillis().orElse(0), 3));
        size.put(
                "memory",
                BigDecimal.valueOf(spec.resources().memoryRequestMib().orElse(0))
                        .multiply(BigDecimal.valueOf(1024 * 1024)));
        size.put("pods", BigDecimal.ONE);
        size.values().removeIf(amount -> amount.signum() == 0);
        return new ClusterCapacity(objects, size);
    }

    /**
     * Counts new storage, too, which quotas limit, but no machine does.
     *
     * @param storage the storage
     * @return the counter
     */
    public ClusterCapacity with(Storage storage) {
        Map<String, BigDecimal> larger = new LinkedHashMap<>(size);
        larger.put("storage", BigDecimal.valueOf((long) storage.sizeGib() << 30));
        return new ClusterCapacity(objects, larger);
    }

    /**
     * Counts for a namespace that exists.
     *
     * @param namespace the namespace
     * @return how many Pods fit
     */
    public ReplicaCapacity in(String namespace) {
        return new ReplicaCapacity(onMachines(), ifVisible(() -> inQuotas(quotasOf(namespace))));
    }

    /**
     * Counts for the namespace of an owner, which may not exist yet.
     *
     * @param namespace the namespace
     * @param limits the quota that it will receive when it is created; later, only the quota that it has counts
     * @return how many Pods fit
     */
    public ReplicaCapacity inOwnerNamespace(String namespace, OwnerLimits limits) {
        return new ReplicaCapacity(onMachines(), ifVisible(() -> {
            List<KubeObject> quotas = quotasOf(namespace);
            return quotas.isEmpty() && !isEquipped(namespace)
                    ? OptionalLong.of(inQuota(hard(limits), Json.object()))
                    : inQuotas(quotas);
        }));
    }

    private OptionalLong onMachines() {
        return ifVisible(() -> {
            List<KubeObject> machines = objects.list(ObjectQuery.of(ApiResource.NODES, ""));
            Map<String, Map<String, BigDecimal>> used = new HashMap<>();
            objects.list(ObjectQuery.of(ApiResource.PODS, "").where(LIVE)).forEach(pod -> add(pod, used));
            long places = machines.stream()
                    .filter(ClusterCapacity::acceptsPods)
                    .mapToLong(machine -> fitting(
                            machine.status().path("allocatable"), "", used.getOrDefault(machine.name(), Map.of())))
                    .reduce(0, (all, more) -> more == Long.MAX_VALUE ? more : Math.max(all, all + more));
            return OptionalLong.of(places);
        });
    }

    private List<KubeObject> quotasOf(String namespace) {
        return objects.list(ObjectQuery.of(ApiResource.RESOURCE_QUOTAS, namespace));
    }

    private OptionalLong inQuotas(List<KubeObject> quotas) {
        return quotas.stream()
                .filter(quota -> !quota.spec().has("scopes") && !quota.spec().has("scopeSelector"))
                .map(KubeObject::status)
                .mapToLong(status -> inQuota(status.path("hard"), status.path("used")))
                .min();
    }

    private boolean isEquipped(String namespace) {
        return objects.find(ObjectRef.toNamespace(namespace))
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
        return Math.min(fitting(hard, "requests.", amounts(used, "requests.")), fitting(hard, "", amounts(used, "")));
    }

    /** Returns nothing if the credentials may not see what is counted. */
    private static OptionalLong ifVisible(Supplier<OptionalLong> count) {
        try {
            return count.get();
        } catch (AccessDeniedException | NotFoundException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean acceptsPods(KubeObject machine) {
        for (JsonNode taint : machine.spec().path("taints")) {
            if (!taint.path("effect").asText().equals("PreferNoSchedule")) {
                return false;
            }
        }
        boolean isNotReady = machine.condition("Ready", "False")
                .or(() -> machine.condition("Ready", "Unknown"))
                .isPresent();
        return !isNotReady && !machine.spec().path("unschedulable").asBoolean();
    }

    private void add(KubeObject pod, Map<String, Map<String, BigDecimal>> used) {
        Map<String, BigDecimal> sums =
                used.computeIfAbsent(pod.spec().path("nodeName").asText(), machine -> new HashMap<>());
        sums.merge("pods", BigDecimal.ONE, BigDecimal::add);
        for (JsonNode container : pod.spec().path("containers")) {
            amounts(container.path("resources").path("requests"), "")
                    .forEach((resource, amount) -> sums.merge(resource, amount, BigDecimal::add));
        }
    }

    /** Returns the amounts of the resources that a Pod of this size requests. */
    private Map<String, BigDecimal> amounts(JsonNode amounts, String prefix) {
        Map<String, BigDecimal> read = new HashMap<>();
        size.keySet()
                .forEach(resource ->
                        Amounts.read(amounts.path(prefix + resource)).ifPresent(amount -> read.put(resource, amount)));
        return read;
    }

    /** Returns how many Pods fit into what is left; a resource without a limit fits any number. */
    private long fitting(JsonNode limits, String prefix, Map<String, BigDecimal> used) {
        Map<String, BigDecimal> all = amounts(limits, prefix);
        return size.entrySet().stream()
                .filter(entry -> all.containsKey(entry.getKey()))
                .mapToLong(entry -> all.getOrDefault(entry.getKey(), BigDecimal.ZERO)
                        .subtract(used.getOrDefault(entry.getKey(), BigDecimal.ZERO))
                        .max(BigDecimal.ZERO)
                        .divide(entry.getValue(), 0, RoundingMode.DOWN)
                        .longValue())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
