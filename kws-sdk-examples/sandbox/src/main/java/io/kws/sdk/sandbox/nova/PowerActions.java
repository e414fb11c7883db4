package io.kws.sdk.sandbox.nova;

import static io.kws.sdk.sandbox.nova.VmState.ACTIVE;
import static io.kws.sdk.sandbox.nova.VmState.ERROR;
import static io.kws.sdk.sandbox.nova.VmState.PAUSED;
import static io.kws.sdk.sandbox.nova.VmState.RESCUED;
import static io.kws.sdk.sandbox.nova.VmState.SHELVED_OFFLOADED;
import static io.kws.sdk.sandbox.nova.VmState.STOPPED;
import static io.kws.sdk.sandbox.nova.VmState.SUSPENDED;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Actions that lead from one state to another and do nothing else. */
final class PowerActions {
    private static final Set<VmState> ANY = Set.of(ACTIVE, STOPPED, PAUSED, SUSPENDED);

    private final Cloud cloud;

    PowerActions(Cloud cloud) {
        this.cloud = cloud;
    }

    private record Change(String name, Set<VmState> from, String task, VmState to) {}

    void register(Map<String, Action> actions) {
        add(actions, "os-stop", new Change("stop", Set.of(ACTIVE, ERROR), "powering-off", STOPPED));
        add(actions, "os-start", new Change("start", Set.of(STOPPED), "powering-on", ACTIVE));
        add(actions, "pause", new Change("pause", Set.of(ACTIVE), "pausing", PAUSED));
        add(actions, "unpause", new Change("unpause", Set.of(PAUSED), "unpausing", ACTIVE));
        add(actions, "suspend", new Change("suspend", Set.of(ACTIVE), "suspending", SUSPENDED));
        add(actions, "resume", new Change("resume", Set.of(SUSPENDED), "resuming", ACTIVE));
        add(actions, "shelve", new Change("shelve", ANY, "shelving", SHELVED_OFFLOADED));
        add(actions, "unshelve", new Change("unshelve", Set.of(SHELVED_OFFLOADED), "unshelving", ACTIVE));
        add(actions, "rescue", new Change("rescue", Set.of(ACTIVE, STOPPED, ERROR), "rescuing", RESCUED));
        add(actions, "unrescue", new Change("unrescue", Set.of(RESCUED), "unrescuing", ACTIVE));
        actions.put(
                "reboot",
                (server, argument, request) ->
                        reboot(server, argument.path("type").asText().toUpperCase(Locale.ROOT), request));
    }

    private void add(Map<String, Action> actions, String key, Change change) {
        actions.put(key, (server, argument, request) -> run(server, request, change));
    }

    private Answer reboot(Server server, String type, Request request) {
        return switch (type) {
            case "SOFT" -> run(server, request, new Change("reboot", Set.of(ACTIVE), "rebooting", ACTIVE));
            case "HARD" ->
                run(
                        server,
                        request,
                        new Change(
                                "reboot", Set.of(ACTIVE, STOPPED, PAUSED, SUSPENDED, ERROR), "rebooting_hard", ACTIVE));
            default ->
                throw new Refusal(
                        400,
                        "Invalid input for field/attribute type. Value: " + type + ". '" + type
                                + "' is not one of ['HARD', 'Hard', 'hard', 'SOFT', 'Soft', 'soft']");
        };
    }

    private Answer run(Server server, Request request, Change change) {
        Readiness.require(server, request, change.name(), change.from());
        server.begin(change.task(), cloud.site().agenda().now());
        cloud.site().agenda().in(cloud.site().settleTime(), () -> complete(server, change));
        return Action.accepted();
    }

    private void complete(Server server, Change change) {
        if (change.task().equals(server.task())) {
            server.become(change.to(), cloud.site().agenda().now());
            cloud.ports().status(server.id(), change.to() == STOPPED ? "DOWN" : "ACTIVE");
        }
    }
}
