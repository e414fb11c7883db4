package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.benchmarks.ClassPaths;
import io.kws.sdk.benchmarks.Lab;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Scenario;
import io.kws.sdk.benchmarks.Unit;
import java.util.List;

/** What a user's program gets on its class path. */
final class ClassPathSize implements Scenario {
    @Override
    public String title() {
        return "class path of a program for OpenStack and Kubernetes";
    }

    @Override
    public List<Row> run(Lab lab) {
        double ours = ClassPaths.bytes(Peer.KWS) / 1e6;
        double theirs = ClassPaths.bytes(Peer.BOTH) / 1e6;
        return List.of(
                Row.of("size", Unit.MEGABYTES, ours)
                        .beside(Peer.BOTH.title(), theirs)
                        .aim("<= 60 %", ours <= 0.6 * theirs),
                Row.of("files", Unit.COUNT, ClassPaths.of(Peer.KWS).size())
                        .beside(Peer.BOTH.title(), ClassPaths.of(Peer.BOTH).size()));
    }
}
