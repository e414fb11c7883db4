package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Limits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a project's containers use, and whether more may be asked for. */
final class ContainerQuota {
    static final List<String> NAMES = List.of("containers", "cpu", "disk", "memory");

    private final Limits limits;
    private final ContainerStore containers;

    ContainerQuota(Limits limits, ContainerStore containers) {
        this.limits = limits;
        this.containers = containers;
    }

    double used(String projectId, String name) {
        List<Container> all = containers.of(projectId);
        return name.equals("containers")
                ? all.size()
                : all.stream()
                        .mapToDouble(container -> container.spec().path(name).asDouble())
                        .sum();
    }

    /** Refuses what would be too much; what the service adds by default does not count. */
    void check(String projectId, JsonNode spec) {
        Map<String, Double> more = new TreeMap<>(Map.of("containers", 1.0));
        List.of("cpu", "disk", "memory")
                .forEach(name -> more.put(name, spec.path(name).asDouble()));
        List<String> over = more.entrySet().stream()
                .filter(ask -> ask.getValue() > 0)
                .filter(ask -> !limits.allows(
                        projectId, ask.getKey(), (long) Math.ceil(used(projectId, ask.getKey()) + ask.getValue())))
                .map(ask -> "'" + ask.getKey() + "'")
                .toList();
        if (!over.isEmpty()) {
            throw new Refusal(
                    403,
                    "over-quota",
                    "Quota exceeded for resources: " + over.stream().collect(Collectors.joining(", ", "[", "]")));
        }
    }
}
