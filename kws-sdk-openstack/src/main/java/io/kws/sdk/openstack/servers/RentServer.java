package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kws.sdk.driver.NewRental;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.keypairs.SshKey;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.ServerStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.openstack4j.model.compute.ServerCreate;

/** Rents a server. */
final class RentServer {
    private static final JsonNode NONE = MissingNode.getInstance();

    private final ServerNode node;
    private final ServerSpec spec;
    private final RentPreconditions preconditions;
    private final Rental rental;
    private final RentalResources resources;
    private final Optional<SshKey> newKey;

    private RentServer(ServerNode node, ServerSpec spec) {
        this.node = node;
        this.spec = spec;
        this.preconditions = new RentPreconditions(node, spec);
        this.rental = NewRental.of(spec);
        this.resources = RentalResources.toCreate(node.client(), node.keypairs(), rental);
        this.newKey = spec.login() instanceof Login.NewKeypair
                ? Optional.of(SshKey.generate(RentalTags.name(rental.id())))
                : Optional.empty();
    }

    static UseCase<ServerRental> useCase(ServerNode node, ServerSpec spec) {
        return new UseCase<>(
                "rent server \"" + spec.name() + "\"",
                spec.readyWithin(),
                steps -> new RentServer(node, spec).define(steps));
    }

    private UseCase.ResultReader<ServerRental> define(Steps steps) {
        String userData = LoginSetup.userData(spec);

        Step<Image> image = steps.add("find image", context -> preconditions.image());
        Step<Flavor> flavor = steps.add("find flavor", context -> preconditions.flavor());
        Step<NetworkChoice> networks = steps.add("find networks", context -> preconditions.networks());
        Step<List<String>> groups = findSecurityGroups(steps);
        Step<String> ownKeypair = findKeypair(steps);
        Step<?> name = steps.act("check the name", context -> preconditions.requireFreeName());
        Step<?>[] found = {image, flavor, networks, groups, ownKeypair, name};
        Step<?> checked = steps.act("check the request", context -> check(image.result(), flavor.result()), found);

        Step<String> newKeypair = createKeypair(steps, checked);
        Step<JsonNode> newGroup = createSecurityGroup(steps, checked);
        Step<?> opened = openPorts(steps, newGroup);
        Step<JsonNode> port =
                steps.add("create port", context -> createPort(context, networks, groups, newGroup), checked, opened);
        Step<String> floatingIp = createFloatingIp(steps, networks, port);
        Step<String> created = steps.add(
                "create server",
                context -> create(
                        context,
                        ServerRequest.of(
                                spec,
                                rental,
                                image.result(),
                                flavor.result(),
                                ownKeypair.result() + newKeypair.result(),
                                port.result(),
                                userData)),
                port,
                newKeypair);
        steps.act("check for duplicates", context -> preconditions.requireNoDuplicate(created.result()), created);

        // Both are needed in any case, and there is no point in polling Nova while Neutron is busy.
        Step<Server> active =
                steps.add("wait for ACTIVE", context -> awaitActive(context, created.result()), created, floatingIp);
        awaitReadiness(steps, active, floatingIp);
        return receipt -> new ActiveServer(spec, active.result(), floatingIp.result())
                .result(rental, image.result(), newKey, receipt);
    }

    private Step<List<String>> findSecurityGroups(Steps steps) {
        return steps.addIf(
                !spec.securityGroups().isEmpty(),
                "find security groups",
                List.of(),
                context -> preconditions.securityGroupIds());
    }

    /** Returns the name of the renter's own keypair; empty for another kind of login. */
    private Step<String> findKeypair(Steps steps) {
        return steps.addIf(spec.login() instanceof Login.OwnKeypair, "find keypair", "", context -> {
            String name = preconditions.keypair();
            context.reuse(ResourceKind.KEYPAIR, name, name);
            return name;
        });
    }

    private void check(Image image, Flavor flavor) {
        FlavorFit.check(image, flavor, spec.bootVolumeGib().orElse(0));
    }

    /** Returns the name of the new keypair; empty for another kind of login. */
    private Step<String> createKeypair(Steps steps, Step<?> checked) {
        return steps.addIf(
                newKey.isPresent(),
                "create keypair",
                "",
                context -> context.make(resources.keypairOf(newKey.orElseThrow().publicKey()))
                        .name(),
                checked);
    }

    private Step<JsonNode> createSecurityGroup(Steps steps, Step<?> checked) {
        return steps.addIf(
                opensPorts(),
                "create security group",
                NONE,
                context -> context.make(resources.securityGroup()),
                checked);
    }

    private Step<?> openPorts(Steps steps, Step<JsonNode> group) {
        return steps.addIf(
                opensPorts(),
                "open ports",
                NONE,
                context -> resources.securityGroup().open(group.result(), spec.reachableOn()),
                group);
    }

    private boolean opensPorts() {
        return !spec.reachableOn().isEmpty();
    }

    /**
     * Of two requests with the same rental ID, at least the later one sees the ports of both. Where a keypair is created,
     * Nova refuses the second one, so there is no need to check.
     */
    private JsonNode createPort(
            StepContext context, Step<NetworkChoice> networks, Step<List<String>> groups, Step<JsonNode> newGroup) {
        List<String> groupIds = new ArrayList<>(groups.result());
        if (opensPorts()) {
            groupIds.add(resources.securityGroup().id(newGroup.result()));
        }
        PortResource port = resources.port().on(networks.result().network().id(), groupIds);
        JsonNode created = context.make(port);
        if (newKey.isEmpty() && !port.isOnlyOne()) {
            throw new AlreadyRentedException(
                    "another request uses or has used rental ID %s; release that rental by its ID first"
                            .formatted(rental.id()));
        }
        return created;
    }

    /** Returns the address; empty if the server gets no floating IP. */
    private Step<String> createFloatingIp(Steps steps, Step<NetworkChoice> networks, Step<JsonNode> port) {
        return steps.addIf(
                NetworkChoice.getsFloatingIp(spec),
                "create floating IP",
                "",
                context -> {
                    String external = networks.result().external().orElseThrow().id();
                    FloatingIpResource floatingIp =
                            resources.floatingIp().on(external, resources.port().id(port.result()));
                    return floatingIp.id(context.make(floatingIp));
                },
                port);
    }

    private String create(StepContext context, ServerCreate request) {
        return context.make(new ServerResource(new ServerRemoval(node, spec.name()), rental.id(), request));
    }

    private Server awaitActive(StepContext context, String id) {
        return node.states().await(id, EnumSet.of(ServerStatus.ACTIVE), context::report);
    }

    private void awaitReadiness(Steps steps, Step<Server> active, Step<String> floatingIp) {
        if (!(spec.readyWhen() instanceof Readiness.Active)) {
            steps.act(
                    "wait until ready",
                    context -> new ActiveServer(spec, active.result(), floatingIp.result()).awaitReadiness(node),
                    active);
        }
    }
}
