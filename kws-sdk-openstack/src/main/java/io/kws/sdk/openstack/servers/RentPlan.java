package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.CheckResult;
import io.kws.sdk.driver.PlanFindings;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;
import io.kws.sdk.limits.Limit;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.networks.Network;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.plans.NeedsBuilder;
import io.kws.sdk.openstack.plans.PlanBuilder;
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.servers.ServerSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Plans a rent, by the rent's own checks. */
final class RentPlan {
    private static final Set<LimitKind> KINDS = EnumSet.range(LimitKind.SERVERS, LimitKind.VOLUME_GIB);

    /** Neutron adds two rules to each new security group. */
    private static final int RULES_OF_A_NEW_GROUP = 2;

    private final ServerNode node;
    private final ServerSpec spec;
    private final RentPreconditions preconditions;
    private final UseCase<?> rent;

    private RentPlan(ServerNode node, ServerSpec spec) {
        this.node = node;
        this.spec = spec;
        this.preconditions = new RentPreconditions(node, spec);
        this.rent = RentServer.useCase(node, spec);
    }

    static UseCase<Plan> useCase(ServerNode node, ServerSpec spec) {
        return new UseCase<>(
                "plan the rent of server \"" + spec.name() + "\"",
                PlanBuilder.ALLOWED,
                steps -> new RentPlan(node, spec).define(steps));
    }

    private UseCase.ResultReader<Plan> define(Steps steps) {
        Step<CheckResult<Image>> image = check(steps, "find image", preconditions::image);
        Step<CheckResult<Flavor>> flavor = check(steps, "find flavor", preconditions::flavor);
        Step<CheckResult<NetworkChoice>> networks = check(steps, "find networks", preconditions::networks);
        Step<CheckResult<Boolean>> name = check(steps, "check the name", () -> {
            preconditions.requireFreeName();
            return true;
        });
        Step<CheckResult<List<String>>> groups = check(steps, "find security groups", preconditions::securityGroupIds);
        Step<CheckResult<String>> keypair = check(steps, "find keypair", preconditions::keypair);
        Step<CheckResult<Boolean>> addresses =
                check(steps, "count free addresses", () -> hasFreeAddresses(networks.result()), networks);
        Step<ProjectLimits> limits =
                steps.add("read limits", context -> node.limits().get(KINDS));
        Step<Optional<Limit>> places = steps.add("check host capacity", context -> places(flavor.result()), flavor);
        return receipt -> plan(
                image.result(),
                flavor.result(),
                networks.result(),
                List.of(name.result(), groups.result(), keypair.result(), addresses.result()),
                with(limits.result(), places.result()));
    }

    private static <T> Step<CheckResult<T>> check(Steps steps, String name, Supplier<T> check, Step<?>... after) {
        return steps.add(name, context -> CheckResult.of(check), after);
    }

    /** Only administrators may read how many addresses are free; for others, the rent has to try. */
    private boolean hasFreeAddresses(CheckResult<NetworkChoice> networks) {
        networks.value().flatMap(NetworkChoice::external).ifPresent(network -> {
            JsonNode availability = availability(network);
            long total = availability.path("total_ips").asLong(Long.MAX_VALUE);
            if (availability.path("used_ips").asLong() >= total) {
                throw new NoCapacityException(
                        "network \"%s\" has no free address, all %d are in use".formatted(network.name(), total));
            }
        });
        return true;
    }

    private JsonNode availability(Network network) {
        try {
            return node.client()
                    .send(Request.get(NETWORK, "network-ip-availabilities", network.id()))
                    .path("network_ip_availability");
        } catch (NotFoundException | AccessDeniedException e) {
            return Json.object();
        }
    }

    private Optional<Limit> places(CheckResult<Flavor> flavor) {
        return flavor.value()
                .flatMap(one -> new HypervisorCapacity(node.client())
                        .places(one, spec.bootVolumeGib().isEmpty() ? one.diskGib() : 0));
    }

    private static ProjectLimits with(ProjectLimits limits, Optional<Limit> places) {
        return new ProjectLimits(
                Stream.concat(limits.all().stream(), places.stream()).toList());
    }

    private Plan plan(
            CheckResult<Image> image,
            CheckResult<Flavor> flavor,
            CheckResult<NetworkChoice> networks,
            List<CheckResult<?>> others,
            ProjectLimits limits) {
        List<Need> needs = needs(flavor).of(limits);
        PlanFindings findings = new PlanFindings()
                .add(image, one -> List.of("image " + one.name()))
                .add(flavor, one -> List.of("flavor " + one.name()))
                .add(networks, NetworkChoice::lines)
                .add(fit(image, flavor), fits -> List.of());
        others.forEach(other -> findings.add(other, found -> List.of()));
        return findings.addProblems(NeedsBuilder.problems(needs))
                .plan(node.client().node(), rent, needs);
    }

    private CheckResult<Boolean> fit(CheckResult<Image> image, CheckResult<Flavor> flavor) {
        return CheckResult.of(() -> {
            image.value()
                    .ifPresent(one -> flavor.value()
                            .ifPresent(other -> FlavorFit.check(
                                    one, other, spec.bootVolumeGib().orElse(0))));
            return true;
        });
    }

    private NeedsBuilder needs(CheckResult<Flavor> flavor) {
        int ports = spec.reachableOn().size();
        NeedsBuilder needs = new NeedsBuilder()
                .add(LimitKind.SERVERS, 1)
                .add(LimitKind.PLACES, 1)
                .add(LimitKind.PORTS, 1)
                .add(LimitKind.SECURITY_GROUPS, ports == 0 ? 0 : 1)
                .add(LimitKind.SECURITY_GROUP_RULES, ports == 0 ? 0 : ports + RULES_OF_A_NEW_GROUP)
                .add(LimitKind.FLOATING_IPS, NetworkChoice.getsFloatingIp(spec) ? 1 : 0)
                .add(LimitKind.VOLUMES, spec.bootVolumeGib().isEmpty() ? 0 : 1)
                .add(LimitKind.VOLUME_GIB, spec.bootVolumeGib().orElse(0));
        flavor.value()
                .ifPresent(one -> needs.add(LimitKind.CORES, one.vcpus()).add(LimitKind.MEMORY_MIB, one.ramMib()));
        return needs;
    }
}
