package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.guest.Shell;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.web.Frames;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a command in a container, and tells the whole of it at once over a web socket; it hears nothing. A command that
 * would go on for ever ends here.
 *
 * @param asked the request
 * @param run the Pod
 * @param container the container
 */
record Exec(Asked asked, PodRun run, Container container) {
    private static final List<String> PROTOCOLS = List.of("v5.channel.k8s.io", "v4.channel.k8s.io");
    private static final int OUT = 1;
    private static final int ERRORS = 2;
    private static final int END = 3;

    Answer answer() {
        String key = asked.request()
                .header("Sec-WebSocket-Key")
                .orElseThrow(
                        () -> ApiError.badRequest("Upgrade request required: the sandbox speaks web sockets only"));
        String offered = asked.request().header("Sec-WebSocket-Protocol").orElse("");
        String protocol = PROTOCOLS.stream()
                .filter(each -> Arrays.asList(offered.split("\\s*,\\s*", -1)).contains(each))
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest("unable to upgrade: unsupported protocols: " + offered));
        if (!container.isRunning()) {
            throw ApiError.of(500, "unable to upgrade connection: container not found (\"" + container.name() + "\")");
        }
        byte[] frames = frames(asked.request().query().all("command"));
        return Answer.stream(
                        101,
                        "application/octet-stream",
                        new Answer.Content(frames.length, () -> new ByteArrayInputStream(frames)))
                .header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Accept", Frames.accept(key))
                .header("Sec-WebSocket-Protocol", protocol);
    }

    private byte[] frames(List<String> command) {
        if (command.isEmpty()) {
            throw ApiError.badRequest("you must specify at least 1 command for the container");
        }
        Shell.Run result = Shell.run(command, container.environment(), run.files());
        Frames frames = new Frames();
        if (asked.isTrue("stdout") && !result.text(false).isEmpty()) {
            frames.say(OUT, result.text(false));
        }
        if (asked.isTrue("stderr") && !result.text(true).isEmpty()) {
            frames.say(ERRORS, result.text(true));
        }
        return frames.say(END, end(command, result).toString()).close();
    }

    private static ObjectNode end(List<String> command, Shell.Run result) {
        ObjectNode status = Json.object();
        status.putObject("metadata");
        if (!result.problem().isEmpty()) {
            return status.put("status", "Failure")
                    .put(
                            "message",
                            "Internal error occurred: error executing command in container: " + result.problem())
                    .put("reason", "InternalError")
                    .put("code", 500);
        }
        int code = result.exitCode().orElse(0);
        if (code == 0) {
            return status.put("status", "Success");
        }
        status.put("status", "Failure")
                .put(
                        "message",
                        "command terminated with non-zero exit code: error executing command %s, exit code %d"
                                .formatted(command, code))
                .put("reason", "NonZeroExitCode");
        status.putObject("details")
                .putArray("causes")
                .addObject()
                .put("reason", "ExitCode")
                .put("message", String.valueOf(code));
        return status;
    }
}
