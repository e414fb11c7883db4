package io.kws.sdk.k8s.apps;

import io.kws.sdk.operations.Waiting;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a URL over and over until it is closed, and remembers how often it was answered, and how else than well. */
final class Visits implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final URI url;
    private final Thread visitor = new Thread(this::visit, "visits");
    private final List<String> failures = new ArrayList<>();
    private int answers;
    private volatile boolean over;

    private Visits(URI url) {
        this.url = url;
    }

    static Visits begin(URI url) {
        Visits visits = new Visits(url);
        visits.visitor.start();
        return visits;
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
    List<String> failures() throws InterruptedException {
        close();
        return failures;
    }

    /** Ends the visits, and returns how often it was asked. */
    int number() throws InterruptedException {
        close();
        return answers;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        visitor.join();
    }
}
