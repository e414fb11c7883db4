package io.kws.sdk.internal.nodes;

import io.kws.sdk.trace.Call;
import io.kws.sdk.trace.CallListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The death of a program of its own JVM right after one of its calls. */
public final class Death {
    /** What such a program ends with. */
    public static final int EXIT_CODE = 99;

    /** Far more than any of them takes. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String ALL = "kws.kills";

    private static final List<String> INHERITED = List.of(ALL, "kws.testbed");

    private Death() {}

    /** Tells whether programs are to die after each call, {@code -Dkws.kills=all}. */
    public static boolean isAfterEachCall() {
        return System.getProperty(ALL, "").equals("all");
    }

    /** Between two calls that change nothing, a death changes nothing either, so it is tried only if all are. */
    public static boolean counts(Call call) {
        return isAfterEachCall()
                || !(call.method().equals("GET")
                        || call.method().equals("HEAD")
                        || call.service().equals("identity"));
    }

    /** Returns what kills this JVM. */
    public static CallListener after(int calls, Predicate<Call> counted) {
        AtomicInteger left = new AtomicInteger(calls);
        return call -> {
            if (counted.test(call) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        };
    }

    /** Runs a program, and returns what it ended with. */
    public static int of(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto"));
        INHERITED.stream()
                .filter(property -> System.getProperty(property) != null)
                .forEach(property -> command.add("-D" + property + "=" + System.getProperty(property)));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        return end(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static int end(Process program) throws InterruptedException {
        try {
            if (!program.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "the program has neither died nor ended within " + LIMIT.toMinutes() + " min");
            }
            return program.exitValue();
        } finally {
            program.destroyForcibly(); // it must not go on without its test
        }
    }
}
