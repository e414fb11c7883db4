package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.servers.Reboot;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Function;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.api.compute.ServerService;
import org.openstack4j.model.compute.Action;
import org.openstack4j.model.compute.RebootType;
import org.openstack4j.model.compute.actions.RebuildOptions;

/** Changes the state of servers and waits until the change is done. */
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
            String imageId = imageId(server, image);
            RebuildOptions options = RebuildOptions.create().image(imageId);
            send(server, servers -> servers.rebuild(server.id(), options));
            return await(server, EnumSet.of(ServerStatus.ACTIVE, ServerStatus.SHUTOFF)); // as it was
        });
    }

    Server resize(String nameOrId, String flavor) {
        return run("resize", nameOrId, server -> resize(server, node.flavors().get(flavor)));
    }

    private Server resize(Server server, Flavor flavor) {
        if (server.flavor().equals(flavor.id()) || server.flavor().equals(flavor.name())) {
            throw new InvalidRequestException("it has flavor \"" + flavor.name() + "\" already");
        }
        requireNoSmallerDisk(server, flavor);
        send(server, servers -> servers.resize(server.id(), flavor.id()));
        Server resized =
                await(server, EnumSet.of(ServerStatus.VERIFY_RESIZE, ServerStatus.ACTIVE, ServerStatus.SHUTOFF));
        if (resized.status() != ServerStatus.VERIFY_RESIZE && resized.flavor().equals(server.flavor())) {
            throw new NoCapacityException(
                    "the service accepted the resize and gave it up: no host has room, or none may take it");
        }
        if (resized.status() == ServerStatus.VERIFY_RESIZE) {
            send(resized, servers -> servers.confirmResize(server.id()));
            resized = await(server, EnumSet.of(ServerStatus.ACTIVE, ServerStatus.SHUTOFF));
        }
        return resized;
    }

    /** Nova accepts it, and gives it up later without a word. */
    private void requireNoSmallerDisk(Server server, Flavor flavor) {
        int diskGib = server.flavor()
                .flatMap(node.flavors()::find)
                .map(Flavor::diskGib)
                .orElse(0);
        if (server.imageId().isPresent() && flavor.diskGib() < diskGib) {
            throw new InvalidRequestException("flavor \"%s\" has a disk of %d GiB, less than the server's %d"
                    .formatted(flavor.name(), flavor.diskGib(), diskGib));
        }
    }

    private String imageId(Server server, String image) {
        if (!image.isEmpty()) {
            return node.images().get(image).id();
        }
        return server.imageId()
                .orElseThrow(() -> new InvalidRequestException(
                        "the server boots from a volume; name the image to rebuild it from"));
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
        return node.runner().run(new UseCase<>(verb + " server \"" + nameOrId + "\"", ALLOWED, steps -> {
            Step<Server> changed =
                    steps.add(verb, context -> change.apply(node.reader().get(nameOrId)));
            return receipt -> changed.result();
        }));
    }

    private Server await(Server before, EnumSet<ServerStatus> wanted) {
        return node.states().awaitEnd(before, wanted);
    }

    /**
     * Sends an action until it is carried out: if an answer is lost, but the server has begun to change, it was. None of
     * the actions does harm twice.
     */
    private void send(Server before, Function<ServerService, Object> action) {
        Function<OSClientV3, Object> call =
                openstack -> action.apply(openstack.compute().servers());
        for (int repetitions = 0; ; repetitions++) {
            try {
                node.client().call(call);
                return;
            } catch (KwsException e) {
                boolean mayBeDone = e.isRetryable() || (repetitions > 0 && e instanceof ConflictException);
                if (mayBeDone && hasChanged(before)) {
                    return;
                }
                if (!e.isRetryable() || repetitions >= node.timeouts().retries()) {
                    throw e;
                }
            }
            Waiting.pause(node.timeouts().firstPause());
        }
    }

    private boolean hasChanged(Server before) {
        return node.reader()
                .byId(before.id())
                .filter(now -> now.status() != before.status() || !now.task().equals(before.task()))
                .isPresent();
    }
}
