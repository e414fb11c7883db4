package io.kws.sdk.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure of the SDK beside those of its peers. Immutable; each method returns another row.
 *
 * @param what what was measured
 * @param unit how the figures are written
 * @param ours the SDK's figure
 * @param peers those of the others
 * @param aim what the SDK's is to be; empty if there is no aim
 * @param isMet whether it is
 */
public record Row(String what, Unit unit, double ours, List<Figure> peers, String aim, boolean isMet) {
    /**
     * Copies the list.
     *
     * @param what what was measured
     * @param unit how the figures are written
     * @param ours the SDK's figure
     * @param peers those of the others
     * @param aim what the SDK's is to be
     * @param isMet whether it is
     */
    public Row {
        peers = List.copyOf(peers);
    }

    /**
     * A figure of a peer. Immutable.
     *
     * @param peer its name
     * @param value the figure; not a number if it failed
     * @param remark why it failed
     */
    public record Figure(String peer, double value, String remark) {}

    /**
     * Begins a row.
     *
     * @param what what was measured
     * @param unit how the figures are written
     * @param ours the SDK's figure
     * @return a row without peers and without an aim
     */
    public static Row of(String what, Unit unit, double ours) {
        return new Row(what, unit, ours, List.of(), "", true);
    }

    /**
     * Renames what was measured.
     *
     * @param otherwise what
     * @return another row
     */
    public Row called(String otherwise) {
        return new Row(otherwise, unit, ours, peers, aim, isMet);
    }

    /**
     * Adds a peer.
     *
     * @param peer its name
     * @param value its figure
     * @return another row
     */
    public Row beside(String peer, double value) {
        return with(new Figure(peer, value, ""));
    }

    /**
     * Adds a peer that failed.
     *
     * @param peer its name
     * @param why why
     * @return another row
     */
    public Row besideFailed(String peer, String why) {
        return with(new Figure(peer, Double.NaN, why));
    }

    /**
     * Sets the aim.
     *
     * @param text what the SDK's figure is to be
     * @param met whether it is
     * @return another row
     */
    public Row aim(String text, boolean met) {
        return new Row(what, unit, ours, peers, text, met);
    }

    private Row with(Figure figure) {
        List<Figure> more = new ArrayList<>(peers);
        more.add(figure);
        return new Row(what, unit, ours, more, aim, isMet);
    }
}
