package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.benchmarks.Cloud;
import io.kws.sdk.benchmarks.Lab;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Samples;
import io.kws.sdk.benchmarks.Scenario;
import io.kws.sdk.benchmarks.Team;
import io.kws.sdk.benchmarks.Unit;
import java.util.List;

/** How many TCP connections are opened. */
final class Connections implements Scenario {
    private static final int THREADS = 8;
    private static final List<Peer> PEERS =
            List.of(Peer.OPENSTACK4J, Peer.OPENSTACK4J_OKHTTP, Peer.OPENSTACK4J_HTTPCLIENT);

    @Override
    public String title() {
        return "call one node from 8 threads";
    }

    @Override
    public List<Row> run(Lab lab) {
        String calls = String.valueOf(lab.sizes().calls());
        Samples connections = new Samples();
        try (Cloud cloud = lab.cloud(1);
                Team team = new Team(
                        lab,
                        cloud,
                        List.of(Peer.KWS, Peer.OPENSTACK4J, Peer.OPENSTACK4J_OKHTTP, Peer.OPENSTACK4J_HTTPCLIENT))) {
            team.rounds(1, contestant -> {
                cloud.forget();
                contestant.must("calls", Cloud.name(contestant.peer(), cloud.node()), calls, String.valueOf(THREADS));
                connections.add(contestant.peer().title(), cloud.connections());
            });
        }
        Row row = connections.row("connections for " + calls + " calls", Unit.COUNT, PEERS);
        return List.of(row.aim("<= " + THREADS, row.ours() <= THREADS));
    }
}
