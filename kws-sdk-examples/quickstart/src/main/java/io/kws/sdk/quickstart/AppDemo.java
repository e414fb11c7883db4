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

/** Deploys an app, opens its URL and deletes it, if the node has a Kubernetes cluster. */
final class AppDemo {
    private final Node node;
    private final Output out;
    private final Web web;

    /**
     * The app to deploy.
     *
     * @param image its image
     * @param port the port it listens on
     */
    record Web(String image, int port) {}

    AppDemo(Node node, Output out, Web web) {
        this.node = node;
        this.out = out;
        this.web = web;
    }

    /**
     * Runs this part of the demo.
     *
     * @param whenDeployed runs once the app is ready
     */
    void run(Runnable whenDeployed) {
        try {
            node.apps();
        } catch (CapabilityMissingException e) {
            out.say("Skipping the app:");
            out.line(e.getMessage());
            return;
        }
        out.say("Deploying an app on %s from image %s:".formatted(node.name(), web.image()));
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
            out.say("The app is ready. Its resources and its URL:");
            rented.receipt().entries().forEach(entry -> out.line(entry.toString()));
            rented.app().url().ifPresent(url -> out.line(url + " answers: " + firstLine(url)));
        } finally {
            out.say("Deleting the app:");
            node.apps().delete(rented.app().id()).entries().forEach(entry -> out.line(entry.toString()));
        }
    }

    /** Names below localhost resolve to this machine (RFC 6761), but not with every resolver. */
    private static String firstLine(URI url) {
        String host = url.getHost().endsWith(".localhost") ? "localhost" : url.getHost();
        int port = url.getPort() < 0 ? 80 : url.getPort();
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout(10_000);
            String get = "GET / HTTP/1.0\r\nHost: %s\r\n\r\n".formatted(url.getAuthority());
            socket.getOutputStream().write(get.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("an empty response") + ", "
                    + answer.lines().reduce((first, last) -> last).orElse("");
        } catch (IOException e) {
            return "no answer (" + e + ")";
        }
    }
}
