package io.kws.sdk.sandbox.kubernetes;

import io.kws.sdk.sandbox.guest.Registry;
import io.kws.sdk.sandbox.http.Answer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What apps answer over HTTP. */
final class Page {
    private static final Set<String> FRONT = Set.of("/", "/index.html");

    private Page() {}

    static Answer text(int status, String text) {
        return Answer.text(status, "text/plain", text);
    }

    static Answer of(PodRun run, Container container, Visit visit) {
        String image = container.image();
        if (Registry.isCodeServer(image)) {
            return new CodeServer(
                            Variables.words(container.spec(), container.environment()),
                            container.environment(),
                            run.files())
                    .answer(visit);
        }
        Optional<String> version = Registry.webVersion(image);
        if (version.isPresent()) {
            return web(version.get(), container, visit.path());
        }
        boolean isFileServer = image.matches("(.*/)?(nginx|httpd)([:@].*)?");
        if (isFileServer && !FRONT.contains(visit.path())) {
            return text(404, "404 Not Found\n");
        }
        return text(
                200,
                "%s, from Pod %s in namespace %s\n".formatted(image, Meta.name(run.pod()), Meta.namespace(run.pod())));
    }

    private static Answer web(String version, Container container, String path) {
        if (FRONT.contains(path)) {
            return text(200, "web " + version + "\n");
        }
        return switch (path) {
            case "/healthz" -> text(200, "ok\n");
            case "/cgi-bin/env" ->
                text(
                        200,
                        container.environment().entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                                .sorted()
                                .collect(Collectors.joining()));
            default -> text(404, "404 Not Found\n");
        };
    }
}
