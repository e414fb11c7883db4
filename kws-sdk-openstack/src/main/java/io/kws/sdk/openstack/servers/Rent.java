package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;
import io.kws.sdk.keypairs.PrivateKey;
import io.kws.sdk.openstack.keypairs.SshKey;
import io.kws.sdk.operations.Step;
import io.kws.sdk.operations.StepContext;
import io.kws.sdk.operations.Steps;
import io.kws.sdk.operations.UseCase;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalTags;
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
final class Rent {
    private final ServerNode node;
    private final ServerSpec spec;
    private final Rental rental;
    private final Parts parts;
    private final Optional<SshKey> newKey;

    private Rent(ServerNode node, ServerSpec spec) {
        this.node = node;
        this.spec = spec;
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        this.rental =
                new Rental(spec.rentalId(), spec.owner(), start, spec.term().map(start::plus));
        this.parts = Parts.toMake(node.gate(), node.keypairs(), rental);
        this.newKey = spec.login() instanceof Login.NewKeypair
                ? Optional.of(SshKey.generate(RentalTags.name(rental.id())))
                : Optional.empty();
    }

    static UseCase<ServerRental> useCase(ServerNode node, ServerSpec spec) {
        return new UseCase<>(
                "rent server \"" + spec.name() + "\"", spec.readyWithin(), steps -> new Rent(node, spec).define(steps));
    }

    private UseCase.ResultReader<ServerRental> define(Steps steps) {
        String userData = LoginSetup.userData(spec);
        Step<Image> image = steps.add("find image", context -> node.images().get(spec.image()));
        Step<Flavor> flavor = steps.add("find flavor", context -> node.flavors().get(spec.flavor()));
        Step<NetworkChoice> networks = steps.add("find networks", context -> chooseNetworks());
        Step<List<String>> groups = steps.add("find security groups", context -> SecurityGroups.ids(node, spec));
        Step<?> free = steps.act("check the name", context -> requireFreeName());
        Step<String> key = keypair(steps);
        Step<?> fit = steps.act(
                "check the request",
                context -> ServerFit.check(image.result(), flavor.result(), spec.bootVolumeGib()),
                image,
                flavor,
                networks,
                groups,
                free,
                key);
        Step<?> newKeypair = steps.act("create keypair", this::createKeypair, fit);
        Step<List<String>> opened =
                steps.add("create security group", context -> openPorts(context, groups.result()), fit);
        Step<JsonNode> port = steps.add(
                "create port",
                context ->
                        context.make(parts.port().on(networks.result().network().id(), opened.result())),
                opened);
        Step<String> floatingIp =
                steps.add("create floating IP", context -> floatingIp(context, networks.result(), port.result()), port);
        Step<String> created = steps.add(
                "create server",
                context -> context.make(new ServerPart(
                        new ServerRemoval(node, spec.name()),
                        rental.id(),
                        ServerRequest.of(
                                spec, rental, image.result(), flavor.result(), key.result(), port.result(), userData))),
                port,
                newKeypair);
        // Both are needed anyway, and Nova need not be asked while Neutron is still busy.
        Step<Server> active = steps.add(
                "wait for ACTIVE",
                context -> node.states().await(created.result(), EnumSet.of(ServerStatus.ACTIVE), context::report),
                created,
                floatingIp);
        steps.act("wait until ready", context -> awaitReady(active.result(), floatingIp.result()), active);
        return receipt -> result(image.result(), active.result(), floatingIp.result(), receipt);
    }

    private NetworkChoice chooseNetworks() {
        return NetworkChoice.among(node.networks().list(), node.gate().projectId(), spec);
    }

    /** A rental ID given twice, or a name rented twice, is a request made twice. */
    private void requireFreeName() {
        node.reader().named(spec.name()).stream()
                .filter(server -> server.rental().isPresent())
                .findFirst()
                .ifPresent(server -> {
                    throw new ConflictException(
                            "a rented server of that name is there already (%s, rental %s); release it or take another name"
                                    .formatted(
                                            server.id(),
                                            server.rental().map(Rental::id).orElseThrow()));
                });
    }

    /** Returns the name of the server's keypair; empty if it gets none. */
    private Step<String> keypair(Steps steps) {
        if (spec.login() instanceof Login.OwnKeypair own) {
            return steps.add("find keypair", context -> {
                node.keypairs().get(own.name());
                context.reuse(ResourceKind.KEYPAIR, own.name(), own.name());
                return own.name();
            });
        }
        return steps.add("prepare login", context -> newKey.isPresent() ? RentalTags.name(rental.id()) : "");
    }

    private void createKeypair(StepContext context) {
        newKey.ifPresent(key -> context.make(parts.keypair(key.publicKey())));
    }

    private List<String> openPorts(StepContext context, List<String> named) {
        if (spec.reachableOn().isEmpty()) {
            return named;
        }
        SecurityGroupPart part = parts.securityGroup();
        JsonNode group = context.make(part);
        part.open(group, spec.reachableOn());
        List<String> all = new ArrayList<>(named);
        all.add(part.id(group));
        return all;
    }

    /** Returns the address; empty if there is to be none. */
    private String floatingIp(StepContext context, NetworkChoice networks, JsonNode port) {
        return networks.external()
                .map(external -> parts.floatingIp()
                        .between(external.id(), port.path("id").asText()))
                .map(context::make)
                .map(FloatingIpPart::address)
                .orElse("");
    }

    private void awaitReady(Server server, String floatingIp) {
        Readiness wanted = spec.readyWhen();
        Reachability reachability =
                new Reachability(node.serverProxy(), node.timeouts().pace());
        String host = host(server, floatingIp);
        if (wanted instanceof Readiness.TcpPort tcp) {
            reachability.awaitPort(host, tcp.port());
        } else if (wanted instanceof Readiness.Ssh) {
            reachability.awaitSsh(host);
        } else if (wanted instanceof Readiness.CloudInitFinished) {
            new CloudInitEnd(() -> ConsoleLog.read(node.gate(), server.id(), 200), rental.id())
                    .await(node.timeouts().pace());
        }
    }

    private ServerRental result(Image image, Server server, String floatingIp, Receipt receipt) {
        String user = spec.user().isEmpty() ? image.adminUser() : spec.user();
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
        all.add(new Address(floatingIp, Address.Kind.FLOATING, network));
        return server.withAddresses(all);
    }
}
