package io.kws.sdk.sandbox.zun;

import io.kws.sdk.sandbox.http.Refusal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a container is, and what may be done with it then. */
enum Status {
    CREATING,
    CREATED,
    RUNNING,
    STOPPED,
    PAUSED,
    RESTARTING,
    REBUILDING,
    DELETING,
    DELETED,
    DEAD,
    ERROR,
    UNKNOWN;

    private static final Set<Status> MADE = EnumSet.of(CREATED, RUNNING, STOPPED, PAUSED);
    private static final Map<String, Set<Status>> ALLOWED = Map.ofEntries(
            Map.entry("delete", EnumSet.of(CREATED, ERROR, STOPPED, DELETED, DEAD)),
            Map.entry("delete_force", EnumSet.complementOf(EnumSet.of(PAUSED))),
            Map.entry("delete_after_stop", EnumSet.of(RUNNING, CREATED, ERROR, STOPPED, DELETED, DEAD)),
            Map.entry("start", EnumSet.of(CREATED, STOPPED, ERROR)),
            Map.entry("stop", EnumSet.of(RUNNING)),
            Map.entry("reboot", EnumSet.of(CREATED, RUNNING, STOPPED, ERROR)),
            Map.entry("rebuild", EnumSet.of(CREATED, RUNNING, STOPPED, ERROR)),
            Map.entry("pause", EnumSet.of(RUNNING)),
            Map.entry("unpause", EnumSet.of(PAUSED)),
            Map.entry("kill", EnumSet.of(RUNNING)),
            Map.entry("execute", EnumSet.of(RUNNING)),
            Map.entry("top", EnumSet.of(RUNNING)),
            Map.entry("stats", EnumSet.of(RUNNING)),
            Map.entry("update", MADE),
            Map.entry("logs", EnumSet.of(CREATED, ERROR, PAUSED, RUNNING, STOPPED, UNKNOWN)));

    /** Refuses what a container's state forbids. */
    static void require(Container container, String action) {
        if (!ALLOWED.getOrDefault(action, Set.of()).contains(container.status())) {
            throw new Refusal(
                    409,
                    "invalid-state-exception",
                    "Cannot %s container %s in %s state".formatted(action, container.id(), container.status()));
        }
    }

    /** {@return the word that Zun has for it} */
    @Override
    public String toString() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
