package io.kws.sdk.quickstart;

import io.kws.sdk.Node;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.errors.CapabilityMissingException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Deploys an app, opens its URL, and deletes it again, where the node has a Kubernetes cluster. */
final class Deploying {
    private final Node node;
    private final Output out;
    private final Web web;

    /**
     * What is deployed.
     *
     * @param image its image
     * @param port the port it serves
     */
    record Web(String image, int port) {}

    Deploying(Node node, Output out, Web web) {
        this.node = node;
        this.out = out;
        this.web = web;
    }

    /**
     * Tells it.
     *
     * @param whenDeployed runs once the app is there
     */
    void tell(Runnable whenDeployed) {
        try {
            node.apps();
        } catch (CapabilityMissingException e) {
            out.say("There is no app to be deployed here:");
            out.line(e.getMessage());
            return;
        }
        out.say("Deploying an app on %s: %s".formatted(node.name(), web.image()));
        AppSpec spec = AppSpec.builder()
                .name("hello")
                .image(web.image())
                .port(web.port())
                .term(Duration.ofDays(1))
                .readyWhen(AppReadiness.url())
                .readyWithin(Duration.ofMinutes(2))
                .build();
        AppRental rented = node.apps()
                .deployAsync(spec)
                .onProgress(progress -> {
                    if (progress.finished() || !progress.detail().isEmpty()) {
                        out.line(progress.toString());
                    }
                })
                .await();
        try {
            whenDeployed.run();
            rented.receipt().entries().forEach(entry -> out.line(entry.toString()));
            rented.app().url().ifPresent(url -> out.line(url + " answers: " + firstLine(url)));
        } finally {
            out.say("Deleting it:");
            node.apps().delete(rented.app().id()).entries().forEach(entry -> out.line(entry.toString()));
        }
    }

    /** Names below localhost lead to this machine (RFC 6761), but not every machine's resolver knows that. */
    private static String firstLine(URI url) {
        String host = url.getHost().endsWith(".localhost") ? "localhost" : url.getHost();
        int port = url.getPort() < 0 ? 80 : url.getPort();
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout(10_000);
            String get = "GET / HTTP/1.0\r\nHost: %s\r\n\r\n".formatted(url.getAuthority());
            socket.getOutputStream().write(get.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("nothing") + ", "
                    + answer.lines().reduce((first, last) -> last).orElse("");
        } catch (IOException e) {
            return "nothing from here (" + e + ")";
        }
    }
}
