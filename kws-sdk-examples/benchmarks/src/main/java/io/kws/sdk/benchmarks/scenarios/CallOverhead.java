package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.benchmarks.Cloud;
import io.kws.sdk.benchmarks.Contestant;
import io.kws.sdk.benchmarks.Jmh;
import io.kws.sdk.benchmarks.Lab;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Scenario;
import io.kws.sdk.benchmarks.Unit;
import java.util.ArrayList;
import java.util.List;

/** What one call costs its program. */
final class CallOverhead implements Scenario {
    private static final int APPS = 5;

    @Override
    public String title() {
        return "repeat a list on one thread (JMH)";
    }

    @Override
    public List<Row> run(Lab lab) {
        try (Cloud cloud = lab.cloud(1)) {
            try (Contestant kws = lab.start(Peer.KWS, cloud)) {
                for (int i = 0; i < APPS; i++) {
                    kws.must("deploy", "kws1", "app-" + i);
                }
            }
            Jmh jmh = new Jmh(lab, cloud);
            List<Row> rows = new ArrayList<>();
            rows.addAll(rows(
                    "flavors",
                    jmh.run(Peer.KWS, "KwsCalls.flavors"),
                    Peer.OPENSTACK4J,
                    jmh.run(Peer.OPENSTACK4J, "Openstack4jCalls.flavors")));
            rows.addAll(rows(
                    "apps, 3 calls",
                    jmh.run(Peer.KWS, "KwsCalls.apps"),
                    Peer.CLIENT_JAVA,
                    jmh.run(Peer.CLIENT_JAVA, "ClientJavaCalls.apps")));
            return rows;
        }
    }

    private static List<Row> rows(String what, Jmh.Score ours, Peer peer, Jmh.Score theirs) {
        return List.of(
                Row.of(what + ": time", Unit.MICROS, ours.micros())
                        .beside(peer.title(), theirs.micros())
                        .aim("< raw", ours.micros() < theirs.micros()),
                Row.of(what + ": allocated", Unit.KILOBYTES, ours.bytes() / 1000)
                        .beside(peer.title(), theirs.bytes() / 1000)
                        .aim("< raw", ours.bytes() < theirs.bytes()));
    }
}
