package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.site.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A container. The node's lock guards it. */
final class Container {
    private final List<Event> events = new ArrayList<>();
    private final StringBuilder log = new StringBuilder();
    private final String id;
    private final Caller owner;
    private final ObjectNode spec;
    private final Instant created;
    private Status status = Status.CREATING;
    private ObjectNode addresses = Json.object();
    private Instant since;
    private boolean hosted;
    private boolean made;
    private boolean doomed;
    private int exitCode;
    private int restarts;
    private @Nullable String task;
    private @Nullable String reason;

    Container(String id, Caller owner, ObjectNode spec, Instant created) {
        this.id = id;
        this.owner = owner;
        this.spec = spec;
        this.created = created;
        this.since = created;
    }

    /** Something a user did with a container. */
    record Event(String action, String requestId, Instant time) {}

    String id() {
        return id;
    }

    Caller owner() {
        return owner;
    }

    /** {@return what the user asked for, with the service's defaults and later changes} */
    ObjectNode spec() {
        return spec;
    }

    String name() {
        return spec.path("name").asText();
    }

    Instant created() {
        return created;
    }

    List<Event> events() {
        return events;
    }

    StringBuilder log() {
        return log;
    }

    Status status() {
        return status;
    }

    @Nullable
    String task() {
        return task;
    }

    @Nullable
    String reason() {
        return reason;
    }

    ObjectNode addresses() {
        return addresses;
    }

    void addresses(ObjectNode all) {
        addresses = all;
    }

    /** {@return whether a host has taken it} */
    boolean isHosted() {
        return hosted;
    }

    void host() {
        hosted = true;
    }

    void unhost() {
        hosted = false;
    }

    /** {@return whether its host knows it} */
    boolean isMade() {
        return made;
    }

    void make() {
        made = true;
    }

    /** {@return whether it is to be deleted as soon as it is made} */
    boolean isDoomed() {
        return doomed;
    }

    void doom() {
        doomed = true;
    }

    /** {@return how often its restart policy has started it since a user did} */
    int restarts() {
        return restarts;
    }

    /** {@return how often before} */
    int restarted() {
        return restarts++;
    }

    void forgetRestarts() {
        restarts = 0;
    }

    void begin(String newTask) {
        task = newTask;
    }

    void become(Status newStatus, Instant now) {
        status = newStatus;
        task = null;
        reason = null;
        since = now;
    }

    void exit(int code, Instant now) {
        become(Status.STOPPED, now);
        exitCode = code;
    }

    void fail(String why, Instant now) {
        become(Status.ERROR, now);
        reason = why;
    }

    /** {@return the state as its host words it; in its first second, like Zun, nothing} */
    Optional<String> detail(Instant now) {
        return switch (status) {
            case CREATED -> Optional.of("Created");
            case RESTARTING -> Optional.of("Restarting");
            case RUNNING -> ago(now).map(time -> "Up " + time);
            case PAUSED -> ago(now).map(time -> "Up " + time + " (paused)");
            case STOPPED -> ago(now).map(time -> "Exited(" + exitCode + ") " + time + " ago ");
            default -> Optional.empty();
        };
    }

    private Optional<String> ago(Instant now) {
        Duration time = Duration.between(since, now);
        if (time.toDays() > 0) {
            return Optional.of(time.toDays() + " days");
        }
        if (time.toHours() > 0) {
            return Optional.of(time.toHours() + " hours");
        }
        if (time.toMinutes() > 0) {
            return Optional.of(time.toMinutes() + " mins");
        }
        return time.toSeconds() > 0 ? Optional.of(time.toSeconds() + " seconds") : Optional.empty();
    }
}
