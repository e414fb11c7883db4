package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.benchmarks.Answer;
import io.kws.sdk.benchmarks.Cloud;
import io.kws.sdk.benchmarks.Contestant;
import io.kws.sdk.benchmarks.Lab;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Scenario;
import io.kws.sdk.benchmarks.Unit;
import io.kws.sdk.sandbox.SandboxNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Rented servers, a fifth of which is over. */
final class SweepMany implements Scenario {
    private static final int NODES = 4;
    private static final int PAGE = 1000;
    private static final Duration LATENCY = Duration.ofMillis(5);
    private static final String PEER = "openstack4j, sequential";

    @Override
    public String title() {
        return "sweep expired servers on 4 nodes (5 ms per answer)";
    }

    private record Result(Answer answer, int requests) {}

    @Override
    public List<Row> run(Lab lab) {
        Result ours = sweep(lab, Peer.KWS);
        Result theirs = sweep(lab, Peer.OPENSTACK4J);
        int rentals = lab.sizes().rentals();
        int pages = NODES * (rentals / NODES / PAGE + 1);
        int least = pages + rentals / 5;
        return List.of(
                Row.of("requests to delete %,d of %,d".formatted(rentals / 5, rentals), Unit.COUNT, ours.requests())
                        .beside(PEER, theirs.requests())
                        .aim("<= pages and deletes: %,d".formatted(least), ours.requests() <= least),
                Row.of("time", Unit.SECONDS, ours.answer().seconds())
                        .beside(PEER, theirs.answer().seconds()),
                Row.of("peak heap", Unit.MEGABYTES, ours.answer().value("heap") / 1e6)
                        .beside(PEER, theirs.answer().value("heap") / 1e6),
                Row.of("peak threads", Unit.COUNT, (double) ours.answer().value("threads"))
                        .beside(PEER, (double) theirs.answer().value("threads")));
    }

    private static Result sweep(Lab lab, Peer peer) {
        int rentals = lab.sizes().rentals();
        try (Cloud cloud = lab.cloud(NODES);
                Contestant contestant = lab.start(peer, cloud)) {
            cloud.nodes().forEach(node -> Seed.rentals(node, rentals / NODES));
            cloud.latency(LATENCY);
            cloud.forget();
            Answer answer = contestant.must(words(peer, cloud));
            boolean isRight = answer.value("complete") == 1
                    && answer.value("examined") == rentals
                    && answer.value("over") == rentals / 5;
            if (!isRight) {
                throw new IllegalStateException(peer.title() + " did not delete all expired servers: " + answer);
            }
            return new Result(answer, cloud.requests());
        }
    }

    private static String[] words(Peer peer, Cloud cloud) {
        Stream<String> clouds = cloud.nodes().stream().map(SandboxNode::authUrl).map(String::valueOf);
        return Stream.concat(Stream.of("sweep"), peer == Peer.KWS ? Stream.empty() : clouds)
                .toArray(String[]::new);
    }
}
