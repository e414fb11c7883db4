package io.kws.sdk.openstack.limits;

import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static io.kws.sdk.openstack.client.Service.CONTAINER;
import static io.kws.sdk.openstack.client.Service.NETWORK;
import static io.kws.sdk.openstack.client.Service.OBJECT_STORE;
import static io.kws.sdk.openstack.client.Service.VOLUME;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.driver.values.LimitValue;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.limits.Limit;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.Numbers;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The limits in Nova, Neutron, Cinder, Swift and Zun. */
public final class OpenStackLimits implements Limits {
    private static final Duration ALLOWED = Duration.ofMinutes(1);

    private final OpenStackClient client;
    private final UseCaseRunner runner;

    /**
     * Makes access to the limits of a node's project.
     *
     * @param client the node
     * @param runner reads from all services at the same time
     */
    public OpenStackLimits(OpenStackClient client, UseCaseRunner runner) {
        this.client = client;
        this.runner = runner;
    }

    @Override
    public ProjectLimits get(Set<LimitKind> kinds) {
        return runner.run(new UseCase<>("read limits", ALLOWED, steps -> {
            List<Step<List<Limit>>> all = services().entrySet().stream()
                    .filter(service -> !Collections.disjoint(service.getKey(), kinds))
                    .map(service -> steps.add("read limits", context -> ifReported(service.getValue())))
                    .toList();
            return receipt -> new ProjectLimits(all.stream()
                    .flatMap(step -> step.result().stream())
                    .sorted(Comparator.comparing(Limit::kind))
                    .toList());
        }));
    }

    private Map<Set<LimitKind>, Supplier<Stream<Optional<Limit>>>> services() {
        return Map.of(
                EnumSet.range(LimitKind.SERVERS, LimitKind.MEMORY_MIB), this::compute,
                EnumSet.range(LimitKind.PORTS, LimitKind.SECURITY_GROUP_RULES), this::network,
                EnumSet.range(LimitKind.VOLUMES, LimitKind.VOLUME_SNAPSHOTS), this::volumes,
                EnumSet.of(LimitKind.OBJECT_BYTES), this::objects,
                EnumSet.range(LimitKind.CONTAINERS, LimitKind.CONTAINER_MEMORY_MIB), this::containers);
    }

    private static List<Limit> ifReported(Supplier<Stream<Optional<Limit>>> limits) {
        try {
            return limits.get().flatMap(Optional::stream).toList();
        } catch (CapabilityMissingException | NotFoundException | AccessDeniedException e) {
            return List.of();
        }
    }

    private Stream<Optional<Limit>> compute() {
        JsonNode limits = client.send(Request.get(COMPUTE, "limits")).at("/limits/absolute");
        return Stream.of(
                absolute(LimitKind.SERVERS, limits, "maxTotalInstances", "totalInstancesUsed"),
                absolute(LimitKind.CORES, limits, "maxTotalCores", "totalCoresUsed"),
                absolute(LimitKind.MEMORY_MIB, limits, "maxTotalRAMSize", "totalRAMUsed"));
    }

    private Stream<Optional<Limit>> volumes() {
        JsonNode limits = client.send(Request.get(VOLUME, "limits")).at("/limits/absolute");
        return Stream.of(
                absolute(LimitKind.VOLUMES, limits, "maxTotalVolumes", "totalVolumesUsed"),
                absolute(LimitKind.VOLUME_GIB, limits, "maxTotalVolumeGigabytes", "totalGigabytesUsed"),
                absolute(LimitKind.VOLUME_SNAPSHOTS, limits, "maxTotalSnapshots", "totalSnapshotsUsed"));
    }

    private static Optional<Limit> absolute(LimitKind kind, JsonNode limits, String max, String used) {
        return limits.has(max) && limits.has(used)
                ? Optional.of(
                        limit(kind, limits.path(max).asLong(), limits.path(used).asLong()))
                : Optional.empty();
    }

    /** Services write -1 where there is no limit. */
    private static Limit limit(LimitKind kind, long max, long used) {
        return LimitValue.builder()
                .kind(kind)
                .max(max < 0 ? OptionalLong.empty() : OptionalLong.of(max))
                .used(used)
                .build();
    }

    private Stream<Optional<Limit>> network() {
        JsonNode quota = client.send(Request.get(NETWORK, "quotas", client.projectId(), "details.json"))
                .path("quota");
        return Stream.of(
                detail(LimitKind.PORTS, quota.path("port")),
                detail(LimitKind.FLOATING_IPS, quota.path("floatingip")),
                detail(LimitKind.NETWORKS, quota.path("network")),
                detail(LimitKind.SECURITY_GROUPS, quota.path("security_group")),
                detail(LimitKind.SECURITY_GROUP_RULES, quota.path("security_group_rule")));
    }

    private static Optional<Limit> detail(LimitKind kind, JsonNode quota) {
        return quota.has("limit")
                ? Optional.of(limit(
                        kind,
                        quota.path("limit").asLong(),
                        quota.path("used").asLong(quota.path("in_use").asLong())
                                + quota.path("reserved").asLong()))
                : Optional.empty();
    }

    private Stream<Optional<Limit>> containers() {
        JsonNode quota = client.reply(
                        Request.get(CONTAINER, "quotas", client.projectId()).query("usages", "True"))
                .json();
        return Stream.of(
                detail(LimitKind.CONTAINERS, quota.path("containers")),
                detail(LimitKind.CONTAINER_CORES, quota.path("cpu")),
                detail(LimitKind.CONTAINER_MEMORY_MIB, quota.path("memory")));
    }

    private Stream<Optional<Limit>> objects() {
        Reply account = client.reply(Request.of("HEAD", OBJECT_STORE));
        OptionalLong used = Numbers.parse(account.header("x-account-bytes-used"));
        OptionalLong max = Numbers.parse(account.header("x-account-meta-quota-bytes"));
        return Stream.of(
                used.isEmpty()
                        ? Optional.empty()
                        : Optional.of(limit(LimitKind.OBJECT_BYTES, max.orElse(-1), used.getAsLong())));
    }
}
