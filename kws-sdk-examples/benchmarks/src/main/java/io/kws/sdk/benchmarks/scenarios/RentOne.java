package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.benchmarks.Cloud;
import io.kws.sdk.benchmarks.Contestant;
import io.kws.sdk.benchmarks.Lab;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Samples;
import io.kws.sdk.benchmarks.Scenario;
import io.kws.sdk.benchmarks.Team;
import io.kws.sdk.benchmarks.Unit;
import java.time.Duration;
import java.util.List;

/** A server with keypair, cloud-init, security group and floating IP. */
final class RentOne implements Scenario {
    static final Duration LATENCY = Duration.ofMillis(20);
    static final Duration BOOT_TIME = Duration.ofMillis(500);
    private static final List<Peer> PEERS = List.of(Peer.NAIVE, Peer.OPENSTACK4J);

    private int rents;

    @Override
    public String title() {
        return "rent one server (20 ms per answer, ACTIVE after 500 ms)";
    }

    @Override
    public List<Row> run(Lab lab) {
        Samples times = new Samples();
        Samples requests = new Samples();
        try (Cloud cloud = lab.cloud(1);
                Team team = new Team(lab, cloud, List.of(Peer.KWS, Peer.NAIVE, Peer.OPENSTACK4J))) {
            team.rounds(1, contestant -> rent(contestant, cloud));
            cloud.latency(LATENCY);
            cloud.bootTime(BOOT_TIME);
            team.rounds(lab.sizes().rounds(), contestant -> {
                cloud.forget();
                times.add(contestant.peer().title(), rent(contestant, cloud));
                requests.add(contestant.peer().title(), cloud.requests());
            });
        }
        Row time = times.row("time", Unit.SECONDS, PEERS);
        Row count = requests.row("requests", Unit.COUNT, PEERS);
        return List.of(
                time.aim(
                        "<= 50 % of logging in for each call",
                        time.ours() <= 0.5 * time.peers().get(0).value()),
                count.aim(
                        "<= those of logging in for each call",
                        count.ours() <= count.peers().get(0).value()));
    }

    private double rent(Contestant contestant, Cloud cloud) {
        rents++;
        return contestant
                .must("rent", Cloud.name(contestant.peer(), cloud.node()), "web-" + rents)
                .seconds();
    }
}
