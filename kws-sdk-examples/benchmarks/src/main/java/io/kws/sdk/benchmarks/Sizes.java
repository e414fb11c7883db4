package io.kws.sdk.benchmarks;

/**
 * How much is measured. Immutable.
 *
 * @param rounds how often each peer has its turn
 * @param calls how many calls where calls are counted
 * @param nodes how many nodes where there are many
 * @param rentals how many rentals where there are many; a fifth of them is over
 * @param rents how many rents at once
 * @param mebibytes the size of an object
 * @param jmhSeconds how long JMH measures one client
 */
public record Sizes(int rounds, int calls, int nodes, int rentals, int rents, int mebibytes, int jmhSeconds) {
    /** What the table is made with. */
    public static final Sizes USUAL = new Sizes(5, 1000, 100, 10_000, 100, 512, 5);

    /** What shows that everything works. */
    public static final Sizes LEAST = new Sizes(1, 200, 4, 20, 4, 2, 0);
}
