package io.kws.sdk.openstack.servers;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.openstack.resources.ResourceStates;
import io.kws.sdk.openstack.resources.ServiceFault;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerStatus;
import java.util.EnumSet;
import java.util.function.Consumer;

/** Waits for the states of servers. */
final class ServerStates {
    private final ResourceStates<Server> states;

    ServerStates(ServerReader servers, PollInterval pollInterval) {
        this.states = new ResourceStates<>(
                pollInterval,
                servers::byId,
                id -> new NotFoundException("server " + id + " was deleted during the wait"),
                ServerStates::describe,
                server -> "server \"%s\" was still %s".formatted(server.name(), describe(server)));
    }

    /**
     * Waits until a server has one of the statuses and no task is running on it.
     *
     * @param report receives each change of state
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the server ends in ERROR instead; with the service's reason
     * @throws NotFoundException if the server disappears
     */
    Server await(String id, EnumSet<ServerStatus> wanted, Consumer<String> report) {
        return states.await(id, server -> hasSettled(server, wanted), report);
    }

    /**
     * Waits until an action has ended; otherwise like {@link #await}. A server that was in ERROR before the action may
     * show that status until then.
     *
     * @param before the server before the action
     */
    Server awaitEnd(Server before, EnumSet<ServerStatus> wanted) {
        boolean wasInError = before.status() == ServerStatus.ERROR;
        return states.await(
                before.id(), server -> !(wasInError && server.task().isPresent()) && hasSettled(server, wanted));
    }

    /** Waits until a server is deleted. Nova shows it unchanged for a while after the request. */
    void awaitGone(String id) {
        states.awaitGoneOr(
                id,
                server -> EnumSet.of(ServerStatus.DELETED, ServerStatus.SOFT_DELETED)
                        .contains(server.status()));
    }

    private static boolean hasSettled(Server server, EnumSet<ServerStatus> wanted) {
        if (server.status() == ServerStatus.ERROR) {
            throw failed(server);
        }
        return wanted.contains(server.status()) && server.task().isEmpty();
    }

    private static KwsException failed(Server server) {
        ServiceFault fault = new ServiceFault(server.fault().orElse(""));
        return fault.error("server \"%s\" went into ERROR: %s".formatted(server.name(), fault.reason()));
    }

    private static String describe(Server server) {
        return server.task()
                .map(task -> server.status() + " (" + task + ")")
                .orElse(server.status().toString());
    }
}
