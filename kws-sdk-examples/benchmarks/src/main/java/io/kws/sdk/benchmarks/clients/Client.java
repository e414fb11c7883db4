package io.kws.sdk.benchmarks.clients;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A client in a process of its own. It does one task after the other, as the lines of its standard input say, the words of a
 * line divided by tabs, and answers each by a line of what it measured. With a task among its arguments it does that one and
 * ends. Uses the JDK alone, as each client has a class path of its own.
 */
abstract class Client {
    /** Begins the line that answers a task. */
    static final String DONE = "=done";

    /** Does something, and returns what it measured beside the time. */
    @FunctionalInterface
    interface Task {
        Map<String, Long> run(List<String> words) throws Exception;
    }

    /** Does something of which only the time counts. */
    @FunctionalInterface
    interface PlainTask {
        void run(List<String> words) throws Exception;
    }

    static Task plain(PlainTask task) {
        return words -> {
            task.run(words);
            return Map.of();
        };
    }

    /** Returns what it can do, by the first word of the line. */
    abstract Map<String, Task> tasks();

    /**
     * Does what the arguments from some place on say, or else what the standard input says.
     *
     * @param args the program's
     * @param from which of them is the first word of a task
     */
    final void serve(String[] args, int from) throws IOException {
        if (args.length > from) {
            String answer = answer(List.of(args).subList(from, args.length));
            System.out.println(answer);
            if (!answer.startsWith(DONE)) {
                System.exit(1);
            }
            return;
        }
        System.out.println(DONE);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(answer(List.of(line.split("\t", -1))));
        }
    }

    private String answer(List<String> words) {
        try {
            StringBuilder line = new StringBuilder(DONE);
            measured(words)
                    .forEach((key, value) ->
                            line.append(' ').append(key).append('=').append(value));
            return line.toString();
        } catch (Exception | OutOfMemoryError e) {
            e.printStackTrace();
            return "=failed " + String.valueOf(e).replaceAll("\\s+", " ");
        }
    }

    private Map<String, Long> measured(List<String> words) throws Exception {
        Task task = tasks().get(words.get(0));
        if (task == null) {
            throw new IllegalArgumentException("no task " + words);
        }
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        ManagementFactory.getThreadMXBean().resetPeakThreadCount();
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        Map<String, Long> own = task.run(words.subList(1, words.size()));
        Map<String, Long> values = new TreeMap<>(Map.of(
                "nanos",
                System.nanoTime() - begun,
                "ended",
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
                "cpu",
                cpuNanos() - cpu,
                "threads",
                (long) ManagementFactory.getThreadMXBean().getPeakThreadCount(),
                "heap",
                Math.min(heapPeaks(), Runtime.getRuntime().maxMemory())));
        values.putAll(own);
        return values;
    }

    /** The pools have their peaks at different times, so that the sum may be more than there can be. */
    private static long heapPeaks() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
