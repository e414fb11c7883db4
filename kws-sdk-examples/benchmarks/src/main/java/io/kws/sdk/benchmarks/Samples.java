package io.kws.sdk.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures that were measured several times. Not thread-safe. */
public final class Samples {
    private final Map<String, List<Double>> values = new HashMap<>();

    /**
     * Adds a figure.
     *
     * @param peer whose
     * @param value the figure
     */
    public void add(String peer, double value) {
        values.computeIfAbsent(peer, any -> new ArrayList<>()).add(value);
    }

    /**
     * Returns the one in the middle.
     *
     * @param peer whose
     * @return the median of the figures; not a number if there is none
     */
    public double median(String peer) {
        List<Double> sorted =
                values.getOrDefault(peer, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * Makes a row of the medians.
     *
     * @param what what was measured
     * @param unit how it is written
     * @param peers beside whom the SDK stands
     * @return the row, without an aim
     */
    public Row row(String what, Unit unit, List<Peer> peers) {
        Row row = Row.of(what, unit, median(Peer.KWS.title()));
        for (Peer peer : peers) {
            row = row.beside(peer.title(), median(peer.title()));
        }
        return row;
    }
}
