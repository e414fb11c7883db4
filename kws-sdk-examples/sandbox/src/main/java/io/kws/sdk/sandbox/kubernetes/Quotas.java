package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts what the ResourceQuotas of namespaces limit.
 *
 * @param store the objects
 */
record Quotas(Store store) {
    private static final Set<String> COMPUTED =
            Set.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory", "cpu", "memory");

    /** Refuses an object that is more than its namespace may have. */
    void admit(Kind kind, JsonNode object) {
        Map<String, Quantity> requested = usage(kind, object);
        for (JsonNode quota : store.list(Kind.RESOURCE_QUOTAS, Meta.namespace(object))) {
            Map<String, Quantity> hard = amounts(quota.path("spec").path("hard"));
            if (kind == Kind.PODS) {
                requireNamed(quota, hard, object);
            }
            Map<String, Quantity> used = used(Meta.namespace(object), hard);
            List<String> exceeded = hard.keySet().stream()
                    .filter(name -> amount(requested, name).value().signum() > 0)
                    .filter(name ->
                            amount(used, name).plus(amount(requested, name)).isMoreThan(amount(hard, name)))
                    .toList();
            if (!exceeded.isEmpty()) {
                throw ApiError.forbidden(
                        kind,
                        Meta.name(object),
                        "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                                .formatted(
                                        Meta.name(quota),
                                        tell(exceeded, requested),
                                        tell(exceeded, used),
                                        tell(exceeded, hard)));
            }
        }
    }

    private static Quantity amount(Map<String, Quantity> amounts, String name) {
        return amounts.getOrDefault(name, Quantity.ZERO);
    }

    private static String tell(List<String> names, Map<String, Quantity> amounts) {
        return names.stream().map(name -> name + "=" + amount(amounts, name)).collect(Collectors.joining(","));
    }

    /** What is limited must be named by each container. */
    private static void requireNamed(JsonNode quota, Map<String, Quantity> hard, JsonNode pod) {
        List<String> missing = hard.keySet().stream()
                .filter(COMPUTED::contains)
                .filter(name -> !isNamed(name, pod))
                .toList();
        if (!missing.isEmpty()) {
            throw ApiError.forbidden(
                    Kind.PODS,
                    Meta.name(pod),
                    "failed quota: %s: must specify %s".formatted(Meta.name(quota), String.join(",", missing)));
        }
    }

    private static boolean isNamed(String name, JsonNode pod) {
        String bound = name.startsWith("limits.") ? "limits" : "requests";
        String resource = name.substring(name.indexOf('.') + 1);
        for (JsonNode container : pod.path("spec").path("containers")) {
            if (!container.path("resources").path(bound).has(resource)) {
                return false;
            }
        }
        return true;
    }

    /** Returns a quota's status. */
    ObjectNode status(JsonNode quota) {
        Map<String, Quantity> hard = amounts(quota.path("spec").path("hard"));
        ObjectNode status = Json.object();
        hard.forEach((name, amount) -> status.withObject("/hard").put(name, amount.toString()));
        used(Meta.namespace(quota), hard)
                .forEach((name, amount) -> status.withObject("/used").put(name, amount.toString()));
        return status;
    }

    private static Map<String, Quantity> amounts(JsonNode texts) {
        Map<String, Quantity> amounts = new TreeMap<>();
        Meta.texts(texts).forEach((name, text) -> amounts.put(name, Quantity.read(text)));
        return amounts;
    }

    private Map<String, Quantity> used(String namespace, Map<String, Quantity> hard) {
        Map<String, Quantity> used = new TreeMap<>();
        hard.keySet().forEach(name -> used.put(name, Quantity.ZERO));
        Predicate<JsonNode> counts = object -> !Set.of("Succeeded", "Failed")
                .contains(object.path("status").path("phase").asText());
        Arrays.stream(Kind.values())
                .filter(Kind::isNamespaced)
                .filter(kind -> isLimited(kind, hard))
                .forEach(kind -> store.list(kind, namespace).stream()
                        .filter(counts)
                        .forEach(object -> usage(kind, object)
                                .forEach((name, amount) ->
                                        used.computeIfPresent(name, (any, sum) -> sum.plus(amount)))));
        return used;
    }

    private static boolean isLimited(Kind kind, Map<String, Quantity> hard) {
        return kind == Kind.PODS
                || kind == Kind.PERSISTENT_VOLUME_CLAIMS
                || hard.containsKey(kind.plural())
                || hard.containsKey("count/" + kind.resource());
    }

    private static Map<String, Quantity> usage(Kind kind, JsonNode object) {
        Map<String, Quantity> usage = new TreeMap<>();
        usage.put(kind.plural(), Quantity.of(1));
        usage.put("count/" + kind.resource(), Quantity.of(1));
        if (kind == Kind.PODS) {
            for (String resource : List.of("cpu", "memory")) {
                usage.put("requests." + resource, sum(object, "requests", resource));
                usage.put(resource, sum(object, "requests", resource));
                usage.put("limits." + resource, sum(object, "limits", resource));
            }
        } else if (kind == Kind.PERSISTENT_VOLUME_CLAIMS) {
            usage.put(
                    "requests.storage",
                    Quantity.read(object.at("/spec/resources/requests/storage").asText("0")));
        }
        return usage;
    }

    /** Adds up what the containers of a Pod ask for, or may take. */
    static Quantity sum(JsonNode pod, String bound, String resource) {
        Quantity sum = Quantity.ZERO;
        for (JsonNode container : pod.path("spec").path("containers")) {
            sum = sum.plus(Quantity.read(
                    container.path("resources").path(bound).path(resource).asText("0")));
        }
        return sum;
    }
}
