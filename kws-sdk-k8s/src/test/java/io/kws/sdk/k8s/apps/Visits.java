package io.kws.sdk.k8s.apps;

import io.kws.sdk.driver.steps.Waiting;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks a URL over and over until it is closed, and remembers how often it was answered, and how else than well. */
final class Visits implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final URI url;
    private final List<String> failures = new ArrayList<>();
    private int answers;
    private volatile boolean over;
    private final CompletableFuture<Void> visitor;

    private Visits(URI url) {
        this.url = url;
        this.visitor = CompletableFuture.runAsync(this::visit, work -> new Thread(work, "visits").start());
    }

    static Visits begin(URI url) {
        return new Visits(url);
    }

    private void visit() {
        while (!over) {
            String status = status();
            answers++;
            if (!status.contains(" 200 ")) {
                failures.add(status);
            }
            Waiting.pause(PAUSE);
        }
    }

    private String status() {
        try {
            return Web.get(url).lines().findFirst().orElse("no answer");
        } catch (UncheckedIOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Ends the visits, and returns the first lines of the answers that were no success. */
    List<String> failures() {
        close();
        return failures;
    }

    /** Ends the visits, and returns how often it was asked. */
    int number() {
        close();
        return answers;
    }

    @Override
    public void close() {
        over = true;
        visitor.join();
    }
}
