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

/** Tokens that die while many threads use them. */
final class Logins implements Scenario {
    private static final int LIVES = 5;

    /** A token that dies before each thread has had its turn is none that anybody would hand out. */
    private static final int CALLS_PER_THREAD = 6;

    @Override
    public String title() {
        return "call from 32 threads while tokens expire (each lasts a fifth of the calls)";
    }

    @Override
    public List<Row> run(Lab lab) {
        int calls = lab.sizes().calls();
        String threads = String.valueOf(Math.min(32, calls / LIVES / CALLS_PER_THREAD));
        Samples logins = new Samples();
        try (Cloud cloud = lab.cloud(1);
                Team team = new Team(lab, cloud, List.of(Peer.KWS, Peer.NAIVE, Peer.OPENSTACK4J))) {
            cloud.node().expireTokensAfter(calls / LIVES);
            team.rounds(1, contestant -> {
                cloud.forget();
                contestant.must("calls", Cloud.name(contestant.peer(), cloud.node()), String.valueOf(calls), threads);
                logins.add(contestant.peer().title(), cloud.logins());
            });
        }
        Row row =
                logins.row("logins for %,d calls".formatted(calls), Unit.COUNT, List.of(Peer.NAIVE, Peer.OPENSTACK4J));
        return List.of(row.aim("one per token lifetime: %d".formatted(LIVES), row.ours() <= LIVES));
    }
}
