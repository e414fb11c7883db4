package io.kws.sdk.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Runs programs to their end. */
public final class Processes {
    private Processes() {}

    /**
     * Runs a program.
     *
     * @param command the program and its arguments
     * @param log where its output goes
     * @return how many seconds it took
     * @throws IllegalStateException if it fails
     */
    public static double run(List<String> command, Path log) {
        long begun = System.nanoTime();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            int code = process.waitFor();
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (code != 0) {
                throw new IllegalStateException("%s failed with code %d; see %s".formatted(command, code, log));
            }
            return seconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
