package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.CheckResult;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.KwsException;
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
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.ServerSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what a rent would do, by the rent's own code. */
final class RentPlan {
    private static final Duration ALLOWED = Duration.ofMinutes(1);

    /** Neutron gives each new security group two rules of its own. */
    private static final int RULES_OF_A_NEW_GROUP = 2;

    private final ServerNode node;
    private final ServerSpec spec;
    private final RentPreconditions preconditions;

    private static final Set<LimitKind> KINDS = EnumSet.range(LimitKind.SERVERS, LimitKind.VOLUME_GIB);

    private RentPlan(ServerNode node, ServerSpec spec) {
        this.node = node;
        this.spec = spec;
        this.preconditions = new RentPreconditions(node, spec);
    }

    static UseCase<Plan> useCase(ServerNode node, ServerSpec spec) {
        RentPlan plan = new RentPlan(node, spec);
        return new UseCase<>("plan the rent of server \"" + spec.name() + "\"", ALLOWED, steps -> {
            Step<CheckResult<Image>> image =
                    steps.add("find image", context -> CheckResult.of(plan.preconditions::image));
            Step<CheckResult<Flavor>> flavor =
                    steps.add("find flavor", context -> CheckResult.of(plan.preconditions::flavor));
            Step<CheckResult<NetworkChoice>> networks =
                    steps.add("find networks", context -> CheckResult.of(plan.preconditions::networks));
            Step<CheckResult<String>> name =
                    steps.add("check the name", context -> CheckResult.of(plan.preconditions::freeName));
            Step<CheckResult<String>> groups =
                    steps.add("find security groups", context -> CheckResult.of(plan::groups));
            Step<CheckResult<String>> key = steps.add("find keypair", context -> CheckResult.of(plan::keypair));
            Step<CheckResult<String>> addresses = steps.add(
                    "count free addresses", context -> CheckResult.of(() -> plan.addresses(networks)), networks);
            Step<ProjectLimits> limits =
                    steps.add("read the limits", context -> node.limits().get(KINDS));
            Step<Optional<Limit>> places =
                    steps.add("look at the hosts", context -> plan.places(flavor.result()), flavor);
            return receipt -> plan.of(
                    image.result(),
                    flavor.result(),
                    networks.result(),
                    List.of(name.result(), groups.result(), key.result(), addresses.result()),
                    and(limits.result(), places.result()));
        });
    }

    private Optional<Limit> places(CheckResult<Flavor> flavor) {
        return flavor.value()
                .flatMap(one -> new HypervisorCapacity(node.client())
                        .places(one, spec.bootVolumeGib().isEmpty() ? one.diskGib() : 0));
    }

    private static ProjectLimits and(ProjectLimits limits, Optional<Limit> further) {
        return new ProjectLimits(
                Stream.concat(limits.all().stream(), further.stream()).toList());
    }

    private String groups() {
        return String.join(", ", preconditions.securityGroupIds());
    }

    private String keypair() {
        return spec.login() instanceof Login.OwnKeypair own ? preconditions.keypair(own) : "";
    }

    /** Administrators are told how many addresses are free; for others, the rent has to try. */
    private String addresses(Step<CheckResult<NetworkChoice>> networks) {
        Optional<Network> external = networks.result().value().flatMap(NetworkChoice::external);
        external.ifPresent(network -> {
            JsonNode availability = availability(network);
            long total = availability.path("total_ips").asLong(Long.MAX_VALUE);
            if (availability.path("used_ips").asLong() >= total) {
                throw new NoCapacityException(
                        "all %d addresses of network \"%s\" are in use".formatted(total, network.name()));
            }
        });
        return "";
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

    private Plan of(
            CheckResult<Image> image,
            CheckResult<Flavor> flavor,
            CheckResult<NetworkChoice> networks,
            List<CheckResult<String>> others,
            ProjectLimits limits) {
        List<String> found = new ArrayList<>();
        image.value().ifPresent(one -> found.add("image " + one.name()));
        flavor.value().ifPresent(one -> found.add("flavor " + one.name()));
        networks.value().ifPresent(choice -> {
            found.add("network " + choice.network().name());
            choice.external().ifPresent(one -> found.add("external network " + one.name()));
        });
        List<Need> needs = needs(flavor).of(limits);
        List<KwsException> problems = new ArrayList<>();
        image.problem().ifPresent(problems::add);
        flavor.problem().ifPresent(problems::add);
        networks.problem().ifPresent(problems::add);
        image.value()
                .flatMap(one -> flavor.value()
                        .flatMap(other -> CheckResult.of(() -> preconditions.fitting(one, other))
                                .problem()))
                .ifPresent(problems::add);
        others.forEach(finding -> finding.problem().ifPresent(problems::add));
        problems.addAll(NeedsBuilder.problems(needs));
        UseCase<?> rent = RentServer.useCase(node, spec);
        return new Plan(node.client().node(), rent.attempt(), found, needs, problems, rent.stepNames());
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
