package io.kws.sdk.quickstart;

import java.io.PrintStream;

/** Prints the demo's output, each line with the time since the start. */
final class Output {
    private final PrintStream out;
    private final long started = System.nanoTime();

    Output(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        out.printf("%n%s%n", text);
    }

    void line(String text) {
        out.printf("  %4.1f s  %s%n", (System.nanoTime() - started) / 1e9, text);
    }
}
