package io.kws.sdk.quickstart;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Progress;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Rents a server, shows it, stops and starts it, and releases it. */
final class ServerDemo {
    private static final String NAME = "web-1";

    private final Kws kws;
    private final Node node;
    private final Output out;

    ServerDemo(Kws kws, Node node, Output out) {
        this.kws = kws;
        this.node = node;
        this.out = out;
    }

    static ServerSpec spec(String image, String flavor, boolean waitForSsh) {
        return ServerSpec.builder()
                .name(NAME)
                .image(image)
                .flavor(flavor)
                .cloudInit(CloudInit.builder().addPackages("nginx").build())
                .reachableOn(Port.SSH, Port.HTTP)
                .readyWhen(waitForSsh ? Readiness.ssh() : Readiness.active())
                .term(Duration.ofDays(30))
                .owner("alice")
                .build();
    }

    /**
     * Runs this part of the demo.
     *
     * @param spec the server to rent
     * @param whenRented runs once the server is ready
     */
    void run(ServerSpec spec, Runnable whenRented) {
        out.say("Renting a server on %s with image %s and flavor %s:".formatted(node.name(), spec.image(), spec.flavor()));
        Operation<ServerRental> operation = node.servers().rentAsync(spec).onProgress(this::show);
        ServerRental rented = operation.await();
        String id = rented.server().id();
        try {
            whenRented.run();
            show(rented);
            list();
            out.say("Stopping and starting the server:");
            out.line(NAME + " is " + node.servers().stop(id).status());
            out.line(NAME + " is " + node.servers().start(id).status());
        } finally {
            out.say("Releasing the server:");
            print(node.servers().release(id));
        }
    }

    private void show(ServerRental rented) {
        Rental rental = rented.rental();
        Path key = rented.access().privateKey().orElseThrow().save(keyFile());
        out.say("The server is ready. Connect with:");
        out.line(rented.access().sshCommand(key));
        out.say("Resources of rental %s (owner %s, ends %s):"
                .formatted(
                        rental.id(),
                        rental.owner(),
                        rental.end().map(Instant::toString).orElse("when it is released")));
        print(rented.receipt());
    }

    private void list() {
        out.say("Servers on all nodes:");
        FleetResult<Server> servers = kws.fleet().servers();
        servers.items()
                .forEach(server -> out.line("%s on %s is %s at %s%s"
                        .formatted(
                                server.name(),
                                server.node(),
                                server.status(),
                                server.host().orElse("no address"),
                                server.rental()
                                        .map(rental ->
                                                rental.owner().isEmpty() ? ", rented" : ", rented by " + rental.owner())
                                        .orElse(""))));
        out.line("nodes queried: " + String.join(", ", servers.nodes().keySet()));
        servers.failures().values().forEach(failure -> out.line(failure.getMessage()));
    }

    private void show(Progress progress) {
        if (progress.finished() || !progress.detail().isEmpty()) {
            out.line(progress.toString());
        }
    }

    private void print(Receipt receipt) {
        receipt.entries().forEach(entry -> out.line(entry.toString()));
    }

    private static Path keyFile() {
        try {
            return Files.createTempDirectory("kws-demo").resolve(NAME + ".key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
