package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.values.AddressValue;
import io.kws.sdk.driver.values.ServerValue;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;
import io.kws.sdk.keypairs.PrivateKey;
import io.kws.sdk.networks.Network;
import io.kws.sdk.openstack.keypairs.SshKey;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.servers.Access;
import io.kws.sdk.servers.Address;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.ServerStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Rents a server. */
final class RentServer {
    private final ServerNode node;
    private final ServerSpec spec;
    private final RentPreconditions preconditions;
    private final Rental rental;
    private final RentalResources parts;
    private final Optional<SshKey> newKey;

    private RentServer(ServerNode node, ServerSpec spec) {
        this.node = node;
        this.spec = spec;
        this.preconditions = new RentPreconditions(node, spec);
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        this.rental = Rental.of(spec, start);
        this.parts = RentalResources.toMake(node.client(), node.keypairs(), rental);
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
        Step<List<String>> groups = namedSecurityGroups(steps);
        Step<String> key = keypairName(steps);
        Step<String> free = steps.add("check the name", context -> preconditions.freeName());
        Step<?> checked = steps.act(
                "check the request",
                context -> preconditions.fitting(image.result(), flavor.result()),
                image,
                flavor,
                networks,
                groups,
                key,
                free);
        Step<?> newKeypair = newKeypair(steps, checked);
        Step<List<String>> opened = openedPorts(steps, groups, checked);
        Step<JsonNode> port = steps.add(
                "create port",
                context -> createPort(context, networks.result().network(), opened.result()),
                opened,
                checked);
        Step<String> floatingIp = floatingIp(steps, networks, port);
        Step<String> created = steps.add(
                "create server",
                context -> context.make(new ServerResource(
                        new ServerRemoval(node, spec.name()),
                        rental.id(),
                        ServerRequest.of(
                                spec, rental, image.result(), flavor.result(), key.result(), port.result(), userData))),
                port,
                newKeypair);
        steps.act("check for others", context -> preconditions.requireNoOther(created.result()), created);
        // Both are needed anyway, and Nova need not be asked while Neutron is still busy.
        Step<Server> active = steps.add(
                "wait for ACTIVE",
                context -> node.states().await(created.result(), EnumSet.of(ServerStatus.ACTIVE), context::report),
                created,
                floatingIp);
        if (!(spec.readyWhen() instanceof Readiness.Active)) {
            steps.act("wait until ready", context -> awaitReady(active.result(), floatingIp.result()), active);
        }
        return receipt -> result(image.result(), active.result(), floatingIp.result(), receipt);
    }

    private Step<List<String>> namedSecurityGroups(Steps steps) {
        return spec.securityGroups().isEmpty()
                ? steps.known(List.of())
                : steps.add("find security groups", context -> preconditions.securityGroupIds());
    }

    /** Ends in the name of the server's keypair; empty if it gets none. */
    private Step<String> keypairName(Steps steps) {
        if (spec.login() instanceof Login.OwnKeypair own) {
            return steps.add("find keypair", context -> {
                String name = preconditions.keypair(own);
                context.reuse(ResourceKind.KEYPAIR, name, name);
                return name;
            });
        }
        return steps.known(newKey.isPresent() ? RentalTags.name(rental.id()) : "");
    }

    private Step<?> newKeypair(Steps steps, Step<?> checked) {
        return newKey.isEmpty()
                ? steps.known("")
                : steps.act(
                        "create keypair",
                        context -> context.make(
                                parts.keypairOf(newKey.orElseThrow().publicKey())),
                        checked);
    }

    /** Ends in the IDs of all security groups of the server. */
    private Step<List<String>> openedPorts(Steps steps, Step<List<String>> named, Step<?> checked) {
        if (spec.reachableOn().isEmpty()) {
            return named;
        }
        SecurityGroupResource part = parts.securityGroup();
        Step<JsonNode> group = steps.add("create security group", context -> context.make(part), checked);
        return steps.add(
                "open ports",
                context -> {
                    part.open(group.result(), spec.reachableOn());
                    List<String> all = new ArrayList<>(named.result());
                    all.add(part.id(group.result()));
                    return all;
                },
                group);
    }

    /**
     * Of two requests with one rental's ID, at least the later one sees the ports of both. Where a keypair is made, Nova
     * refuses the second one, so nothing need be asked.
     */
    private JsonNode createPort(StepContext context, Network network, List<String> securityGroupIds) {
        PortResource port = parts.port().on(network.id(), securityGroupIds);
        JsonNode made = context.make(port);
        if (newKey.isEmpty() && !port.isOnlyOne()) {
            throw new AlreadyRentedException("rental " + rental.id()
                    + " is being made by another request, or was left unfinished by one; release it by its ID first");
        }
        return made;
    }

    /** Ends in the address; empty if there is to be none. */
    private Step<String> floatingIp(Steps steps, Step<NetworkChoice> networks, Step<JsonNode> port) {
        if (!NetworkChoice.getsFloatingIp(spec)) {
            return steps.known("");
        }
        return steps.add(
                "create floating IP",
                context -> {
                    String external = networks.result().external().orElseThrow().id();
                    String portId = port.result().path("id").asText();
                    return FloatingIpResource.address(
                            context.make(parts.floatingIp().between(external, portId)));
                },
                port);
    }

    private void awaitReady(Server server, String floatingIp) {
        Readiness wanted = spec.readyWhen();
        Reachability reachability =
                new Reachability(node.serverProxy(), node.timeouts().pollInterval());
        String host = host(server, floatingIp);
        if (wanted instanceof Readiness.TcpPort tcp) {
            reachability.awaitPort(host, tcp.port());
        } else if (wanted instanceof Readiness.Ssh) {
            reachability.awaitSsh(host);
        } else if (wanted instanceof Readiness.CloudInitFinished) {
            new CloudInitResult(() -> ConsoleLog.read(node.client(), server.id(), 200), rental.id())
                    .await(node.timeouts().pollInterval());
        }
    }

    private ServerRental result(Image image, Server server, String floatingIp, Receipt receipt) {
        Optional<String> user = spec.user().or(image::adminUser);
        Optional<PrivateKey> key = newKey.map(SshKey::privateKey);
        return new ServerRental(
                withAddress(server, floatingIp), rental, new Access(host(server, floatingIp), user, key), receipt);
    }

    private static String host(Server server, String floatingIp) {
        return floatingIp.isEmpty() ? server.host().orElse("") : floatingIp;
    }

    /** Nova hears of a floating IP some time after Neutron. */
    private static Server withAddress(Server server, String floatingIp) {
        if (floatingIp.isEmpty()
                || server.addresses().stream().anyMatch(address -> address.ip().equals(floatingIp))) {
            return server;
        }
        List<Address> all = new ArrayList<>(server.addresses());
        String network = all.isEmpty() ? "" : all.get(0).network();
        all.add(AddressValue.builder()
                .ip(floatingIp)
                .kind(Address.Kind.FLOATING)
                .network(network)
                .build());
        return ServerValue.builder().from(server).addresses(all).build();
    }
}
