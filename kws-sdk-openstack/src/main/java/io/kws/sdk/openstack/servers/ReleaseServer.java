package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UnverifiedRemoval;
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

/** Releases a server and the resources created with it. */
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

    /** Accepts a rental ID as well, even if the rental's server does not exist any more. */
    static UseCase<Receipt> useCase(ServerNode node, String nameOrId) {
        Optional<RentalId> rental = RentalId.parse(nameOrId);
        Supplier<Optional<Server>> find = () ->
                rental.flatMap(node.reader()::rentedAs).or(() -> node.reader().find(nameOrId));
        return new UseCase<>(
                "release server \"" + nameOrId + "\"",
                ALLOWED,
                steps -> new ReleaseServer(node, rental, find).define(steps));
    }

    /** Releases a rental whose server does not exist any more; a server with a similar name is left alone. */
    static UseCase<Receipt> ofOrphans(ServerNode node, RentalId rental) {
        return new UseCase<>(
                "release the resources left by rental " + rental,
                ALLOWED,
                steps -> new ReleaseServer(node, Optional.of(rental), Optional::empty).define(steps));
    }

    /** The server's resources stay as long as the server exists; a security group cannot be deleted before its port. */
    private UseCase.ResultReader<Receipt> define(Steps steps) {
        Step<Optional<Server>> server = steps.add("find server", context -> findServer());
        Step<List<String>> volumes = steps.add("find its volumes", context -> findVolumes(server.result()), server);
        Step<Boolean> deleted = steps.add("delete server", context -> deleteServer(context, server.result()), volumes);
        steps.act("delete volumes", context -> deleteVolumes(context, server.result(), volumes, deleted), deleted);
        delete(steps, "delete floating IP", RentalResources::floatingIp, server, deleted);
        delete(steps, "delete keypair", RentalResources::keypair, server, deleted);
        Step<?> port = delete(steps, "delete port", RentalResources::port, server, deleted);
        delete(steps, "delete security group", RentalResources::securityGroup, server, deleted, port);
        return receipt -> receipt;
    }

    private Optional<Server> findServer() {
        Optional<Server> server = find.get();
        if (server.isEmpty()) {
            rental.ifPresent(this::requirePortUnused);
        }
        return server;
    }

    /** A server whose tags were removed still has the rental's port. */
    private void requirePortUnused(RentalId rental) {
        RentalResources.toRemove(node.client(), node.keypairs(), rental)
                .port()
                .find()
                .map(port -> port.path("device_id").asText(""))
                .filter(device -> !device.isEmpty())
                .flatMap(node.reader()::byId)
                .ifPresent(server -> {
                    throw new ConflictException(
                            "the rental's port is in use by server \"%s\" (%s), whose tags were changed; release that server by its ID"
                                    .formatted(server.name(), server.id()));
                });
    }

    private List<String> findVolumes(Optional<Server> server) {
        return server.filter(one -> !one.volumeIds().isEmpty())
                .map(one -> OwnedVolumes.of(node, one.id()))
                .orElse(List.of());
    }

    /** Returns whether the server does not exist any more. */
    private boolean deleteServer(StepContext context, Optional<Server> server) {
        return server.map(one -> context.remove(new ServerRemoval(node, one.name()), one.id()))
                .orElse(true);
    }

    private void deleteVolumes(
            StepContext context, Optional<Server> server, Step<List<String>> volumes, Step<Boolean> deleted) {
        server.filter(one -> deleted.result())
                .map(one -> OwnedVolumes.removal(node, one.name()))
                .ifPresent(removal -> volumes.result().forEach(volume -> context.remove(removal, volume)));
    }

    private <R> Step<?> delete(
            Steps steps,
            String step,
            Function<RentalResources, Resource<R>> choose,
            Step<Optional<Server>> server,
            Step<Boolean> deleted,
            Step<?>... after) {
        Step.Act delete = context -> rental(server.result())
                .filter(rental -> deleted.result())
                .map(rental -> choose.apply(RentalResources.toRemove(node.client(), node.keypairs(), rental)))
                .ifPresent(resource -> delete(context, resource));
        return after.length == 0 ? steps.act(step, delete, deleted) : steps.act(step, delete, after);
    }

    /** A resource that cannot be looked up counts as left, and does not keep the others. */
    private static <R> void delete(StepContext context, Resource<R> resource) {
        Optional<R> found;
        try {
            found = resource.find();
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            context.remove(new UnverifiedRemoval(resource.kind(), resource.name(), e), "");
            return;
        }
        found.ifPresent(one -> context.remove(resource, one));
    }

    /** Returns the rental of the resources to delete: the server's, or without a server the one that was named. */
    private Optional<RentalId> rental(Optional<Server> server) {
        return server.isPresent() ? server.flatMap(one -> RentalId.parse(RentalTags.id(one.metadata()))) : rental;
    }
}
