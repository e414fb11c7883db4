package io.kws.sdk.sandbox.nova;

import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a project's servers use, and whether more may be asked for. */
final class ServerQuota {
    private final Limits limits;
    private final ServerStore servers;

    ServerQuota(Limits limits, ServerStore servers) {
        this.limits = limits;
        this.servers = servers;
    }

    int instances(String projectId) {
        return servers.of(projectId).size();
    }

    int cores(String projectId) {
        return servers.of(projectId).stream()
                .mapToInt(server -> server.flavor().vcpus())
                .sum();
    }

    int ram(String projectId) {
        return servers.of(projectId).stream()
                .mapToInt(server -> server.flavor().ram())
                .sum();
    }

    void check(String projectId, Flavor flavor, int count) {
        check(
                projectId,
                new Ask("cores", flavor.vcpus() * count, cores(projectId)),
                new Ask("instances", count, instances(projectId)),
                new Ask("ram", flavor.ram() * count, ram(projectId)));
    }

    void checkResize(String projectId, Flavor from, Flavor to) {
        check(
                projectId,
                new Ask("cores", to.vcpus() - from.vcpus(), cores(projectId)),
                new Ask("ram", to.ram() - from.ram(), ram(projectId)));
    }

    private void check(String projectId, Ask... asks) {
        List<Ask> over = Arrays.stream(asks)
                .filter(ask -> ask.more() > 0 && !limits.allows(projectId, ask.name(), (long) ask.used() + ask.more()))
                .toList();
        if (!over.isEmpty()) {
            String names = join(over, Ask::name);
            throw new Refusal(
                    403,
                    "Quota exceeded for " + names + ": Requested " + join(over, ask -> "" + ask.more())
                            + ", but already used " + join(over, ask -> "" + ask.used()) + " of "
                            + join(over, ask -> "" + limits.of(projectId, ask.name())) + " " + names);
        }
    }

    private static String join(List<Ask> asks, Function<Ask, String> part) {
        return asks.stream().map(part).collect(Collectors.joining(", "));
    }

    private record Ask(String name, int more, int used) {}
}
