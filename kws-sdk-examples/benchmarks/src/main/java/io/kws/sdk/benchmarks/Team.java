package io.kws.sdk.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Several clients that have their turns one after the other. Closing ends them. */
public final class Team implements AutoCloseable {
    private final List<Contestant> contestants = new ArrayList<>();

    /**
     * Starts clients.
     *
     * @param lab where
     * @param cloud the cloud they work on
     * @param peers who
     */
    public Team(Lab lab, Cloud cloud, List<Peer> peers) {
        peers.forEach(peer -> contestants.add(lab.start(peer, cloud)));
    }

    /**
     * Gives each its turn, again and again; every second round goes backwards.
     *
     * @param rounds how often
     * @param turn what each does
     */
    public void rounds(int rounds, Consumer<Contestant> turn) {
        List<Contestant> order = new ArrayList<>(contestants);
        for (int round = 0; round < rounds; round++) {
            order.forEach(turn);
            Collections.reverse(order);
        }
    }

    @Override
    public void close() {
        contestants.forEach(Contestant::close);
    }
}
