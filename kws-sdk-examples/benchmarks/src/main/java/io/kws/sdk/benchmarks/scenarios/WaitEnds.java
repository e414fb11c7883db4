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
import java.util.ArrayList;
import java.util.List;

/** How long after a server is ACTIVE, or an app available, its caller knows. */
final class WaitEnds implements Scenario {
    private static final List<Integer> WAITS_MILLIS = List.of(300, 700, 1300, 2300, 4100);
    private static final int MOST_MILLIS = 250;
    private static final int MOST_PERCENT = 15;
    private static final int MOST_MILLIS_OF_APPS = 100;

    private int boots;

    @Override
    public String title() {
        return "delay between a state and the return of the wait for it (waits of 0.3 to 4.1 s)";
    }

    @Override
    public List<Row> run(Lab lab) {
        List<Row> rows = new ArrayList<>();
        try (Cloud cloud = lab.cloud(1)) {
            rows.addAll(servers(lab, cloud));
            rows.add(apps(lab, cloud));
        }
        return rows;
    }

    private List<Row> servers(Lab lab, Cloud cloud) {
        Samples lags = new Samples();
        Samples shares = new Samples();
        try (Team team = new Team(lab, cloud, List.of(Peer.KWS, Peer.OPENSTACK4J))) {
            team.rounds(1, contestant -> lagMillis(contestant, cloud, 0));
            for (int wait : WAITS_MILLIS.subList(0, Math.min(lab.sizes().rounds(), WAITS_MILLIS.size()))) {
                team.rounds(1, contestant -> {
                    double lag = lagMillis(contestant, cloud, wait);
                    lags.add(contestant.peer().title(), lag);
                    shares.add(contestant.peer().title(), 100 * lag / wait);
                });
            }
        }
        Row lag = lags.row("server: ACTIVE until returned", Unit.MILLIS, List.of(Peer.OPENSTACK4J));
        Row share = shares.row("server: delay as part of the wait", Unit.PERCENT, List.of(Peer.OPENSTACK4J));
        return List.of(
                lag.aim("<= %d ms".formatted(MOST_MILLIS), lag.ours() <= MOST_MILLIS),
                share.aim("<= %d %%".formatted(MOST_PERCENT), share.ours() <= MOST_PERCENT));
    }

    /** A server is ACTIVE so long after the request for it was taken, which was sent hardly earlier. */
    private double lagMillis(Contestant contestant, Cloud cloud, int waitMillis) {
        cloud.bootTime(Duration.ofMillis(waitMillis));
        boots++;
        long sinceSent = contestant
                .must("boot", Cloud.name(contestant.peer(), cloud.node()), "web-" + boots)
                .value("sinceSent");
        return sinceSent / 1e6 - waitMillis;
    }

    private static Row apps(Lab lab, Cloud cloud) {
        Deploys deploys = new Deploys(cloud.kubeconfig());
        try (Deploys open = deploys;
                Team team = new Team(lab, cloud, List.of(Peer.KWS, Peer.CLIENT_JAVA, Peer.FABRIC8))) {
            cloud.bootTime(Duration.ZERO);
            team.rounds(1, open::warmUp);
            for (int wait : WAITS_MILLIS.subList(0, Math.min(lab.sizes().rounds(), WAITS_MILLIS.size()))) {
                cloud.bootTime(Duration.ofMillis(wait));
                team.rounds(1, open::deploy);
            }
        }
        Row row = deploys.lags();
        return row.aim("<= %d ms".formatted(MOST_MILLIS_OF_APPS), row.ours() <= MOST_MILLIS_OF_APPS);
    }
}
