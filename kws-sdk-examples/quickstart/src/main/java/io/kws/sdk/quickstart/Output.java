package io.kws.sdk.quickstart;

import java.io.PrintStream;

/** Prints what happens, with the time since the beginning. */
final class Output {
    private final PrintStream out;
    private final long begun = System.nanoTime();

    Output(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        out.printf("%n%s%n", text);
    }

    void line(String text) {
        out.printf("  %4.1f s  %s%n", (System.nanoTime() - begun) / 1e9, text);
    }
}
