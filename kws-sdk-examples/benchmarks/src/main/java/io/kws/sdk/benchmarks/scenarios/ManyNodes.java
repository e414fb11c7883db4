package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.benchmarks.Answer;
import io.kws.sdk.benchmarks.Cloud;
import io.kws.sdk.benchmarks.Contestant;
import io.kws.sdk.benchmarks.Lab;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Scenario;
import io.kws.sdk.benchmarks.Unit;
import io.kws.sdk.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The servers of many nodes, some of which never answer. */
final class ManyNodes implements Scenario {
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int DEAD = 20;
    private static final String DEADLINE_MILLIS = "2000";
    private static final int MOST_MILLIS_LATE = 250;

    @Override
    public String title() {
        return "list the servers of all nodes (50 ms per answer, one node in %d never answers)"
                .formatted(DEAD);
    }

    @Override
    public List<Row> run(Lab lab) {
        double one = oneNode(lab);
        int nodes = lab.sizes().nodes();
        int dead = Math.max(1, nodes / DEAD);
        try (Cloud cloud = lab.cloud(nodes)) {
            cloud.latency(LATENCY);
            cloud.nodes()
                    .subList(0, dead)
                    .forEach(node -> node.inject(Fault.on("*", "/").hang().always()));
            Answer ours = ours(lab, cloud);
            Answer theirs = theirs(lab, cloud);
            return rows(ours, theirs, one, nodes - dead);
        }
    }

    private static Row dead(Answer ours, Answer theirs) {
        double late = ours.value("nanos") / 1e6 - Integer.parseInt(DEADLINE_MILLIS);
        return Row.of("until dead nodes are reported", Unit.SECONDS, ours.seconds())
                .beside("openstack4j on OkHttp, sequential", theirs.seconds())
                .aim(
                        "%s ms, the deadline, and no more than %d".formatted(DEADLINE_MILLIS, MOST_MILLIS_LATE),
                        late <= MOST_MILLIS_LATE);
    }

    private static List<Row> rows(Answer ours, Answer theirs, double one, int living) {
        double last = ours.value("lastLiving") / 1e9;
        return List.of(
                Row.of("live nodes that answer in time", Unit.COUNT, (double) ours.value("living"))
                        .beside("openstack4j on OkHttp, sequential", (double) theirs.value("living"))
                        .aim("all: %d".formatted(living), ours.value("living") == living),
                Row.of("until the last live node has answered", Unit.SECONDS, last)
                        .beside("one node alone", one)
                        .beside("openstack4j on OkHttp, sequential", theirs.seconds())
                        .aim("<= 3 times one node", last <= 3 * one),
                dead(ours, theirs),
                Row.of("peak threads", Unit.COUNT, (double) ours.value("threads"))
                        .beside("openstack4j on OkHttp, sequential", (double) theirs.value("threads")),
                Row.of("peak heap", Unit.MEGABYTES, ours.value("heap") / 1e6)
                        .beside("openstack4j on OkHttp, sequential", theirs.value("heap") / 1e6));
    }

    /** Each has done it once before, which loads its classes. */
    private static double oneNode(Lab lab) {
        try (Cloud cloud = lab.cloud(1);
                Contestant kws = lab.start(Peer.KWS, cloud)) {
            cloud.latency(LATENCY);
            kws.must("servers", DEADLINE_MILLIS);
            return kws.must("servers", DEADLINE_MILLIS).value("lastLiving") / 1e9;
        }
    }

    private static Answer ours(Lab lab, Cloud cloud) {
        try (Contestant kws = lab.start(Peer.KWS, cloud)) {
            kws.must("servers", DEADLINE_MILLIS);
            return kws.must("servers", DEADLINE_MILLIS);
        }
    }

    /** openstack4j's default connector never gives up a node that does not answer. */
    private static Answer theirs(Lab lab, Cloud cloud) {
        try (Contestant openstack4j = lab.start(Peer.OPENSTACK4J_OKHTTP, cloud)) {
            return openstack4j.must(Stream.concat(
                            Stream.of("servers", DEADLINE_MILLIS),
                            cloud.nodes().stream().map(node -> node.authUrl().toString()))
                    .toArray(String[]::new));
        }
    }
}
