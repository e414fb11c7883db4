package io.kws.sdk.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kws.sdk.benchmarks.jmh.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs JMH, each time on the class path of one client. */
public final class Jmh {
    private final Lab lab;
    private final Cloud cloud;

    /**
     * Prepares it.
     *
     * @param lab where
     * @param cloud where the calls go
     */
    public Jmh(Lab lab, Cloud cloud) {
        this.lab = lab;
        this.cloud = cloud;
    }

    /**
     * What JMH measured. Immutable.
     *
     * @param micros the time of one invocation
     * @param bytes what it allocates
     */
    public record Score(double micros, double bytes) {}

    /**
     * Runs a benchmark.
     *
     * @param peer whose class path it needs
     * @param method its class and method
     * @return the score
     */
    public Score run(Peer peer, String method) {
        Path result = lab.folder().resolve("jmh.json");
        List<String> command = new ArrayList<>(List.of(Jvm.java(), "-cp", ClassPaths.runningJmh(peer)));
        command.addAll(List.of("org.openjdk.jmh.Main", "\\." + method.replace(".", "\\.") + "$"));
        command.addAll(List.of("-bm", "avgt", "-tu", "us", "-prof", "gc", "-rf", "json", "-rff", result.toString()));
        command.addAll(times(lab.sizes().jmhSeconds()));
        command.addAll(List.of(
                "-jvmArgsAppend",
                "-D%s=%s -D%s=%s"
                        .formatted(
                                Target.FOLDER,
                                lab.folder(),
                                Target.AUTH_URL,
                                cloud.node().authUrl())));
        Processes.run(command, lab.log());
        return read(result);
    }

    /** Of no seconds there is one call alone, to see that it works. */
    private static List<String> times(int seconds) {
        String measured = String.valueOf(seconds);
        return seconds == 0
                ? List.of("-f", "1", "-wi", "0", "-i", "1", "-r", "10ms")
                : List.of("-f", "1", "-wi", measured, "-w", "1", "-i", measured, "-r", "1");
    }

    private static Score read(Path file) {
        try {
            JsonNode result = new ObjectMapper().readTree(file.toFile()).path(0);
            return new Score(result.at("/primaryMetric/score").asDouble(), allocated(result.path("secondaryMetrics")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name has had a prefix in some versions of JMH. */
    private static double allocated(JsonNode metrics) {
        return metrics.properties().stream()
                .filter(metric -> metric.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(metric -> metric.getValue().path("score").asDouble())
                .findFirst()
                .orElseThrow();
    }
}
