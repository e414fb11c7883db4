package io.kws.sdk.sandbox.kubernetes;

import io.kws.sdk.sandbox.guest.Registry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an app answers over HTTP.
 *
 * @param status the HTTP status
 * @param text the page
 */
record Page(int status, String text) {
    private static final Set<String> FRONT = Set.of("/", "/index.html");

    static Page of(PodRun run, Container container, String path) {
        Optional<String> version = Registry.webVersion(container.image());
        if (version.isPresent()) {
            return web(version.get(), container, path);
        }
        boolean isFileServer = container.image().matches("(.*/)?(nginx|httpd)([:@].*)?");
        if (isFileServer && !FRONT.contains(path)) {
            return new Page(404, "404 Not Found\n");
        }
        return new Page(
                200,
                "%s, from Pod %s in namespace %s\n"
                        .formatted(container.image(), Meta.name(run.pod()), Meta.namespace(run.pod())));
    }

    private static Page web(String version, Container container, String path) {
        if (FRONT.contains(path)) {
            return new Page(200, "web " + version + "\n");
        }
        return switch (path) {
            case "/healthz" -> new Page(200, "ok\n");
            case "/cgi-bin/env" ->
                new Page(
                        200,
                        container.environment().entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                                .sorted()
                                .collect(Collectors.joining()));
            default -> new Page(404, "404 Not Found\n");
        };
    }
}
