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
import java.util.List;
import java.util.stream.Stream;

/** Many rents at once. */
final class RentMany implements Scenario {
    private static final int NODES = 4;
    private static final int SHARE = 10;

    /** How many calls a node takes at once, unless its configuration says otherwise. */
    private static final int AT_ONCE = 8;

    @Override
    public String title() {
        return "rent many servers at once on 4 nodes (20 ms per answer, ACTIVE after 500 ms)";
    }

    @Override
    public List<Row> run(Lab lab) {
        int rents = lab.sizes().rents();
        try (Cloud cloud = lab.cloud(NODES)) {
            Answer ours;
            double limit;
            try (Contestant kws = lab.start(Peer.KWS, cloud)) {
                kws.must("rent-all", String.valueOf(NODES), "warm");
                cloud.latency(RentOne.LATENCY);
                cloud.bootTime(RentOne.BOOT_TIME);
                cloud.forget();
                ours = kws.must("rent-all", String.valueOf(rents), "web");
                limit = limitSeconds(cloud);
            }
            int servers = servers(cloud) - NODES;
            double theirs = oneAfterAnother(lab, cloud) * rents;
            return List.of(
                    Row.of("failures among %d".formatted(rents), Unit.COUNT, (double) ours.value("failures"))
                            .aim("0", ours.value("failures") == 0),
                    Row.of("servers in the end", Unit.COUNT, servers)
                            .aim(String.valueOf(rents), servers == rents),
                    Row.of("time", Unit.SECONDS, ours.seconds())
                            .beside("the nodes' own limit", limit)
                            .beside("openstack4j, sequential", theirs)
                            .aim("<= 150 % of the nodes' limit", ours.seconds() <= 1.5 * limit));
        }
    }

    /** What the busiest node needs for its answers, eight at once, and the time until the last server is ACTIVE. */
    private static double limitSeconds(Cloud cloud) {
        int most = cloud.nodes().stream()
                .mapToInt(node -> node.calls().size())
                .max()
                .orElseThrow();
        return most * RentOne.LATENCY.toMillis() / 1000.0 / AT_ONCE + RentOne.BOOT_TIME.toMillis() / 1000.0;
    }

    private static int servers(Cloud cloud) {
        return (int) cloud.nodes().stream()
                .flatMap(node -> node.leftovers().stream())
                .filter(leftover -> leftover.kind().equals("server"))
                .count();
    }

    /** Returns the time of one of them, as all would take too long. */
    private static double oneAfterAnother(Lab lab, Cloud cloud) {
        int share = Math.max(1, lab.sizes().rents() / SHARE);
        String[] words = Stream.concat(
                        Stream.of("rent-all", String.valueOf(share), "old"),
                        cloud.nodes().stream().map(SandboxNode::authUrl).map(String::valueOf))
                .toArray(String[]::new);
        try (Contestant openstack4j = lab.start(Peer.OPENSTACK4J, cloud)) {
            return openstack4j.must(words).seconds() / share;
        }
    }
}
