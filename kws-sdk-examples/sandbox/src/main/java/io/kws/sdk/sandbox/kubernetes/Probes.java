package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.guest.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks containers whether they are ready.
 *
 * @param scenario what is scripted
 */
record Probes(Scenario scenario) {
    /** Why a container is not ready; empty if it is. */
    Optional<String> problem(PodRun run, Container container) {
        return scenario.probeFailure(container.image())
                .or(() -> problem(run, container, container.spec().path("readinessProbe")));
    }

    private static Optional<String> problem(PodRun run, Container container, JsonNode probe) {
        if (probe.has("httpGet")) {
            return overHttp(run, container, probe.path("httpGet"));
        }
        if (probe.has("tcpSocket")) {
            return refused(run, container, probe.at("/tcpSocket/port"));
        }
        return probe.has("exec") ? byCommand(run, container, probe.at("/exec/command")) : Optional.empty();
    }

    private static Optional<String> refused(PodRun run, Container container, JsonNode port) {
        int number = number(container, port);
        boolean isOpen = container
                .run()
                .filter(program -> program.port().orElse(0) == number)
                .isPresent();
        return isOpen
                ? Optional.empty()
                : Optional.of("dial tcp %s:%d: connect: connection refused".formatted(run.address(), number));
    }

    private static int number(Container container, JsonNode port) {
        if (port.isInt()) {
            return port.asInt();
        }
        for (JsonNode each : container.spec().path("ports")) {
            if (each.path("name").equals(port)) {
                return each.path("containerPort").asInt();
            }
        }
        return port.asInt();
    }

    private static Optional<String> overHttp(PodRun run, Container container, JsonNode get) {
        String path = get.path("path").asText("/");
        Optional<String> refusal = refused(run, container, get.path("port"))
                .map(why -> "Get \"http://%s:%d%s\": %s"
                        .formatted(run.address(), number(container, get.path("port")), path, why));
        int status = Page.of(run, container, Visit.to(path)).status();
        return refusal.or(
                () -> status < 400 ? Optional.empty() : Optional.of("HTTP probe failed with statuscode: " + status));
    }

    private static Optional<String> byCommand(PodRun run, Container container, JsonNode command) {
        List<String> words = new ArrayList<>();
        command.forEach(word -> words.add(word.asText()));
        Shell.Run result = Shell.run(words, container.environment(), run.files());
        boolean isGood = result.problem().isEmpty() && result.exitCode().orElse(0) == 0;
        return isGood ? Optional.empty() : Optional.of(result.text(false) + result.text(true) + result.problem());
    }
}
