package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.guest.Shell;
import io.kws.sdk.sandbox.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One container of a Pod as it is now. The node's lock guards it. */
final class Container {
    private final JsonNode spec;
    private final String podUid;
    private ObjectNode state = waiting("ContainerCreating", "");
    private ObjectNode lastState = Json.object();
    private List<LogLine> lines = new ArrayList<>();
    private @Nullable List<LogLine> formerLines;
    private Map<String, String> environment = Map.of();
    private Shell.@Nullable Run run;
    private Instant since = Instant.EPOCH;
    private int restarts;
    private int step;
    private boolean ready;

    Container(JsonNode spec, String podUid) {
        this.spec = spec;
        this.podUid = podUid;
    }

    /** A line that was written. */
    record LogLine(Instant time, String text) {}

    static ObjectNode waiting(String reason, String message) {
        ObjectNode waiting = Json.object().put("reason", reason);
        if (!message.isEmpty()) {
            waiting.put("message", message);
        }
        return Json.wrap("waiting", waiting);
    }

    String name() {
        return spec.path("name").asText();
    }

    String image() {
        return spec.path("image").asText();
    }

    JsonNode spec() {
        return spec;
    }

    String podUid() {
        return podUid;
    }

    int restarts() {
        return restarts;
    }

    boolean isReady() {
        return ready;
    }

    void ready(boolean is) {
        ready = is;
    }

    boolean isRunning() {
        return state.has("running");
    }

    boolean isOver() {
        return state.has("terminated");
    }

    /** Why it waits; empty if it does not. */
    String waitsFor() {
        return state.path("waiting").path("reason").asText("");
    }

    int exitCode() {
        return state.at("/terminated/exitCode").asInt();
    }

    boolean hasRun() {
        return restarts > 0 || !state.has("waiting") || !lastState.isEmpty();
    }

    Optional<Shell.Run> run() {
        return isRunning() ? Optional.ofNullable(run) : Optional.empty();
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Begins something, after which what was planned before counts no more. */
    private void begin(ObjectNode now) {
        state = now;
        stop();
    }

    /** Is about to be killed: it runs still, but what was planned counts no more. */
    void stop() {
        ready = false;
        step++;
    }

    int step() {
        return step;
    }

    void runs(Shell.Run what, Map<String, String> variables, Instant now) {
        run = what;
        environment = variables;
        since = now;
        begin(Json.wrap("running", Json.object().put("startedAt", Clock.second(now))));
    }

    /** Writes lines with their times. */
    void write(List<LogLine> more) {
        lines.addAll(more);
    }

    void ends(int exitCode, String reason, String message, Instant now) {
        ObjectNode ended = Json.object().put("exitCode", exitCode);
        ended.put("reason", reason);
        if (!message.isEmpty()) {
            ended.put("message", message);
        }
        ended.put("startedAt", Clock.second(isRunning() ? since : Instant.EPOCH))
                .put("finishedAt", Clock.second(now));
        ended.put("containerID", "containerd://" + podUid.replace("-", "") + restarts);
        lines.removeIf(line -> line.time().isAfter(now));
        begin(Json.wrap("terminated", ended));
    }

    /** Makes room for the next run. */
    void restart() {
        lastState = state;
        formerLines = lines;
        lines = new ArrayList<>();
        restarts++;
    }

    /** Waits to be started again; what ended shows as the last state already. */
    void waitsAgain(ObjectNode waiting) {
        lastState = state.has("terminated") ? state : lastState;
        begin(waiting);
    }

    /** What was written until now. */
    List<LogLine> lines(Instant now) {
        return lines.stream().filter(line -> !line.time().isAfter(now)).toList();
    }

    /** What the run before wrote; empty if there was none. */
    Optional<List<LogLine>> formerLines() {
        boolean isBetween = waitsFor().equals("CrashLoopBackOff");
        return isBetween ? Optional.of(lines) : Optional.ofNullable(formerLines);
    }

    ObjectNode status() {
        ObjectNode status = Json.object().put("name", name());
        status.set("state", state.deepCopy());
        status.set("lastState", lastState.deepCopy());
        status.put("ready", ready).put("restartCount", restarts).put("image", image());
        status.put("imageID", hasRun() ? "sandbox://" + image() : "");
        if (hasRun()) {
            status.put("containerID", "containerd://" + podUid.replace("-", "") + restarts);
        }
        return status.put("started", isRunning());
    }
}
