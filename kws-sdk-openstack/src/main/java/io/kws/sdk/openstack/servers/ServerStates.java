package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Waits for the states of servers. */
final class ServerStates {
    private final ServerReader servers;
    private final Waiting waiting;

    ServerStates(ServerReader servers, PollInterval pollInterval) {
        this.servers = servers;
        this.waiting = new Waiting(pollInterval);
    }

    /**
     * Waits until a server is in one of the states and nothing more is being done to it.
     *
     * @param report hears of each change of state
     * @throws ProvisioningFailedException if it ends in ERROR instead; with the service's reason
     * @throws NotFoundException if it vanishes
     */
    Server await(String id, EnumSet<ServerStatus> wanted, Consumer<String> report) {
        return await(id, server -> hasSettled(server, wanted), report);
    }

    /**
     * Waits until an action has ended; otherwise as {@link #await}. A server that was in ERROR may show that until then.
     *
     * @param before the server before the action
     */
    Server awaitEnd(Server before, EnumSet<ServerStatus> wanted) {
        boolean wasInError = before.status() == ServerStatus.ERROR;
        return await(
                before.id(),
                server -> !(wasInError && server.task().isPresent()) && hasSettled(server, wanted),
                state -> {});
    }

    private Server await(String id, Predicate<Server> settled, Consumer<String> report) {
        String[] reported = {""};
        return waiting.until(
                () -> {
                    Server server = servers.byId(id)
                            .orElseThrow(
                                    () -> new NotFoundException("server " + id + " vanished while it was waited for"));
                    String state = describe(server);
                    if (!state.equals(reported[0])) {
                        reported[0] = state;
                        report.accept(state);
                    }
                    return server;
                },
                settled,
                server -> "server \"%s\" was still %s".formatted(server.name(), describe(server)));
    }

    /** Waits until a server is gone: after a delete it is shown for a while, as if nothing had happened. */
    void awaitGone(String id) {
        waiting.until(
                () -> servers.byId(id),
                server -> server.map(Server::status)
                        .map(EnumSet.of(ServerStatus.DELETED, ServerStatus.SOFT_DELETED)::contains)
                        .orElse(true),
                server -> "server \"%s\" was still %s"
                        .formatted(
                                server.map(Server::name).orElse(id),
                                server.map(ServerStates::describe).orElse("")));
    }

    private static boolean hasSettled(Server server, EnumSet<ServerStatus> wanted) {
        if (server.status() == ServerStatus.ERROR) {
            throw failed(server);
        }
        return wanted.contains(server.status()) && server.task().isEmpty();
    }

    /** Nova tells why only by a text. */
    private static KwsException failed(Server server) {
        String fault = server.fault().orElse("the service tells no reason");
        String reason = "server \"%s\" went into ERROR: %s".formatted(server.name(), fault);
        String lower = fault.toLowerCase(Locale.ROOT);
        if (lower.contains("no valid host")) {
            return new NoCapacityException(reason);
        }
        return lower.contains("quota") ? new QuotaExceededException(reason) : new ProvisioningFailedException(reason);
    }

    private static String describe(Server server) {
        return server.task()
                .map(task -> server.status() + " (" + task + ")")
                .orElse(server.status().toString());
    }
}
