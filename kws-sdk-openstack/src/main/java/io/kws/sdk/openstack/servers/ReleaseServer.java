package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Server;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes away a server and what was made for it. */
final class ReleaseServer {
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final ServerNode node;
    private final Optional<RentalId> rental;
    private final Supplier<Optional<Server>> find;

    private ReleaseServer(ServerNode node, Optional<RentalId> rental, Supplier<Optional<Server>> find) {
        this.node = node;
        this.rental = rental;
        this.find = find;
    }

    /** What is named may be a rental, whose server may be gone. */
    static UseCase<Receipt> useCase(ServerNode node, String nameOrId) {
        Optional<RentalId> rental = RentalId.parse(nameOrId);
        Supplier<Optional<Server>> find = () ->
                rental.flatMap(node.reader()::rentedAs).or(() -> node.reader().find(nameOrId));
        return new UseCase<>(
                "release server \"" + nameOrId + "\"", ALLOWED, new ReleaseServer(node, rental, find)::define);
    }

    /** Whatever else may be named like the rental stays. */
    static UseCase<Receipt> ofRest(ServerNode node, RentalId rental) {
        ReleaseServer release = new ReleaseServer(node, Optional.of(rental), Optional::empty);
        return new UseCase<>("release what is left of rental " + rental, ALLOWED, release::define);
    }

    /** As long as the server is there, what belongs to it stays; and a group that a port uses cannot be deleted. */
    private UseCase.ResultReader<Receipt> define(Steps steps) {
        Step<Optional<Server>> server = steps.add("find server", context -> find());
        Step<List<String>> volumes = steps.add("find its volumes", context -> volumes(server.result()), server);
        Step<Boolean> gone = steps.add("delete server", context -> delete(context, server.result()), volumes);
        steps.act("delete volumes", context -> removeVolumes(context, server.result(), volumes, gone), gone);
        steps.act("delete floating IP", context -> remove(context, server, gone, RentalResources::floatingIp), gone);
        steps.act("delete keypair", context -> remove(context, server, gone, RentalResources::keypair), gone);
        Step<?> port = steps.act("delete port", context -> remove(context, server, gone, RentalResources::port), gone);
        steps.act(
                "delete security group",
                context -> remove(context, server, gone, RentalResources::securityGroup),
                port);
        return receipt -> receipt;
    }

    private Optional<Server> find() {
        Optional<Server> server = find.get();
        if (server.isEmpty()) {
            rental.ifPresent(this::requireUnused);
        }
        return server;
    }

    /** A server whose tags were taken away still has its port. */
    private void requireUnused(RentalId gone) {
        RentalResources.toRemove(node.client(), node.keypairs(), gone)
                .port()
                .find()
                .map(port -> port.path("device_id").asText(""))
                .filter(device -> !device.isEmpty())
                .flatMap(node.reader()::byId)
                .ifPresent(server -> {
                    throw new ConflictException(
                            "its port is in use by server \"%s\" (%s), whose tags were changed; release that server by its ID"
                                    .formatted(server.name(), server.id()));
                });
    }

    private List<String> volumes(Optional<Server> server) {
        return server.filter(found -> !found.volumeIds().isEmpty())
                .map(found -> OwnedVolumes.of(node, found.id()))
                .orElse(List.of());
    }

    private void removeVolumes(
            StepContext context, Optional<Server> server, Step<List<String>> volumes, Step<Boolean> gone) {
        server.filter(found -> gone.result())
                .map(found -> OwnedVolumes.removal(node, found.name()))
                .ifPresent(removal -> volumes.result().forEach(volume -> context.remove(removal, volume)));
    }

    private boolean delete(StepContext context, Optional<Server> server) {
        return server.map(found -> context.remove(new ServerRemoval(node, found.name()), found.id()))
                .orElse(true);
    }

    private <R> void remove(
            StepContext context,
            Step<Optional<Server>> server,
            Step<Boolean> gone,
            Function<RentalResources, Resource<R>> choose) {
        rental(server.result()).filter(rental -> gone.result()).ifPresent(rental -> {
            Resource<R> part = choose.apply(RentalResources.toRemove(node.client(), node.keypairs(), rental));
            find(context, part).ifPresent(made -> context.remove(part, made));
        });
    }

    /** What cannot be looked for counts as left, and does not stop the others. */
    private static <R> Optional<R> find(StepContext context, Resource<R> part) {
        try {
            return part.find();
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            context.remove(new UnverifiedResource(part, e), "");
            return Optional.empty();
        }
    }

    /** Returns the rental whose parts are to go: the server's, or if there is none, the one that was named. */
    private Optional<RentalId> rental(Optional<Server> server) {
        return server.isPresent() ? server.flatMap(found -> RentalId.parse(RentalTags.id(found.metadata()))) : rental;
    }
}
