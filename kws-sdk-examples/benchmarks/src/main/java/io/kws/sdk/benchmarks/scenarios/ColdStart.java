package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.benchmarks.Cloud;
import io.kws.sdk.benchmarks.Lab;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Samples;
import io.kws.sdk.benchmarks.Scenario;
import io.kws.sdk.benchmarks.Unit;
import java.util.List;

/** A new JVM, its first list, and its end. */
final class ColdStart implements Scenario {
    @Override
    public String title() {
        return "start a JVM, list once, end the JVM";
    }

    @Override
    public List<Row> run(Lab lab) {
        Samples flavors = new Samples();
        Samples apps = new Samples();
        try (Cloud cloud = lab.cloud(1)) {
            String authUrl = cloud.node().authUrl().toString();
            for (int round = 0; round < lab.sizes().rounds(); round++) {
                flavors.add(Peer.KWS.title(), lab.runOnce(Peer.KWS, cloud, "flavors", "kws1"));
                flavors.add(Peer.OPENSTACK4J.title(), lab.runOnce(Peer.OPENSTACK4J, cloud, "flavors", authUrl));
                apps.add(Peer.KWS.title(), lab.runOnce(Peer.KWS, cloud, "apps", "kws1"));
                apps.add(Peer.CLIENT_JAVA.title(), lab.runOnce(Peer.CLIENT_JAVA, cloud, "apps", "kws1"));
                apps.add(Peer.FABRIC8.title(), lab.runOnce(Peer.FABRIC8, cloud, "apps", "kws1"));
            }
        }
        return List.of(
                judged(flavors.row("list flavors (OpenStack)", Unit.SECONDS, List.of(Peer.OPENSTACK4J))),
                judged(apps.row("list apps (Kubernetes)", Unit.SECONDS, List.of(Peer.CLIENT_JAVA, Peer.FABRIC8))));
    }

    private static Row judged(Row row) {
        Row.Figure raw = row.peers().get(0);
        return row.aim("<= that of " + raw.peer(), row.ours() <= raw.value());
    }
}
