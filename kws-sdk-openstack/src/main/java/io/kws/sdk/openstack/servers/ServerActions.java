package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.openstack.resources.StateChange;
import io.kws.sdk.servers.Reboot;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.openstack4j.api.compute.ServerService;
import org.openstack4j.model.compute.Action;
import org.openstack4j.model.compute.RebootType;
import org.openstack4j.model.compute.actions.RebuildOptions;

/** Changes the state of servers and waits until the change is complete. */
final class ServerActions {
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final ServerNode node;

    ServerActions(ServerNode node) {
        this.node = node;
    }

    Server start(String nameOrId) {
        return unlessAlready(ServerStatus.ACTIVE, "start", nameOrId, Action.START);
    }

    Server stop(String nameOrId) {
        return unlessAlready(ServerStatus.SHUTOFF, "stop", nameOrId, Action.STOP);
    }

    Server reboot(String nameOrId, Reboot how) {
        RebootType type = how == Reboot.HARD ? RebootType.HARD : RebootType.SOFT;
        return run("reboot", nameOrId, server -> {
            send(server, servers -> servers.reboot(server.id(), type));
            return await(server, EnumSet.of(ServerStatus.ACTIVE));
        });
    }

    Server reset(String nameOrId, String image) {
        return run("reset", nameOrId, server -> {
            RebuildOptions options = RebuildOptions.create().image(imageId(server, image));
            send(server, servers -> servers.rebuild(server.id(), options));
            return await(server, EnumSet.of(ServerStatus.ACTIVE, ServerStatus.SHUTOFF)); // as before
        });
    }

    Server resize(String nameOrId, String flavor) {
        return run("resize", nameOrId, server -> resize(server, node.flavors().get(flavor)));
    }

    private Server resize(Server server, Flavor flavor) {
        if (server.flavor().stream().anyMatch(Set.of(flavor.id(), flavor.name())::contains)) {
            throw new InvalidRequestException("the server already has flavor \"" + flavor.name() + "\"");
        }
        requireNoSmallerDisk(server, flavor);
        send(server, servers -> servers.resize(server.id(), flavor.id()));
        Server resized =
                await(server, EnumSet.of(ServerStatus.VERIFY_RESIZE, ServerStatus.ACTIVE, ServerStatus.SHUTOFF));
        if (resized.status() != ServerStatus.VERIFY_RESIZE && resized.flavor().equals(server.flavor())) {
            throw new NoCapacityException(
                    "the service accepted the resize to flavor \"%s\" and then abandoned it: no host has capacity, or no host may take the server"
                            .formatted(flavor.name()));
        }
        if (resized.status() == ServerStatus.VERIFY_RESIZE) {
            send(resized, servers -> servers.confirmResize(server.id()));
            resized = await(server, EnumSet.of(ServerStatus.ACTIVE, ServerStatus.SHUTOFF));
        }
        return resized;
    }

    /** Nova accepts such a resize, and later abandons it without an error. */
    private void requireNoSmallerDisk(Server server, Flavor flavor) {
        int diskGib = server.flavor()
                .flatMap(node.flavors()::find)
                .map(Flavor::diskGib)
                .orElse(0);
        if (server.imageId().isPresent() && flavor.diskGib() < diskGib) {
            throw new InvalidRequestException("disk of flavor \"%s\" must be at least %d GiB, the server's size, was %d"
                    .formatted(flavor.name(), diskGib, flavor.diskGib()));
        }
    }

    private String imageId(Server server, String image) {
        if (!image.isEmpty()) {
            return node.images().get(image).id();
        }
        return server.imageId()
                .orElseThrow(() ->
                        new InvalidRequestException("the server boots from a volume; name the image to reset it to"));
    }

    private Server unlessAlready(ServerStatus wanted, String verb, String nameOrId, Action action) {
        return run(verb, nameOrId, server -> {
            if (server.status() == wanted && server.task().isEmpty()) {
                return server;
            }
            send(server, servers -> servers.action(server.id(), action));
            return await(server, EnumSet.of(wanted));
        });
    }

    private Server run(String verb, String nameOrId, Function<Server, Server> change) {
        return node.runner()
                .run(UseCase.ofOneStep(
                        verb + " server \"" + nameOrId + "\"",
                        ALLOWED,
                        verb,
                        context -> change.apply(node.reader().get(nameOrId))));
    }

    private Server await(Server before, EnumSet<ServerStatus> wanted) {
        return node.states().awaitEnd(before, wanted);
    }

    private void send(Server before, Function<ServerService, Object> action) {
        new StateChange(
                        () -> node.client()
                                .call(openstack ->
                                        action.apply(openstack.compute().servers())),
                        () -> hasChanged(before))
                .send(node.timeouts());
    }

    private boolean hasChanged(Server before) {
        return node.reader()
                .byId(before.id())
                .filter(now -> now.status() != before.status() || !now.task().equals(before.task()))
                .isPresent();
    }
}
