package io.kws.sdk.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody may have meant who asked for a name that does not exist; for messages, never for a choice. */
public final class NearestName {
    private static final int SHOWN = 10;

    private NearestName() {}

    /**
     * Returns the name nearest to the one asked for, ignoring case: fewest letters added, dropped, replaced or swapped
     * with their neighbour, and at most a third of the longer name's length.
     *
     * @param asked the name that does not exist
     * @param known the names that do
     * @return the nearest; of several equally near the alphabetically first; empty if none is near
     */
    public static Optional<String> to(String asked, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(asked, name) <= Math.max(asked.length(), name.length()) / 3)
                .min(Comparator.<String>comparingInt(name -> distance(asked, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Returns the end of a message about a name that does not exist: {@code ; did you mean "m1.small"?} if one is near,
     * else what there is, at most ten names.
     *
     * @param asked the name that does not exist
     * @param known the names that do
     * @return the end of the sentence, beginning with a semicolon
     */
    public static String hint(String asked, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there are none";
        }
        return to(asked, known)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElseGet(() -> "; there are: "
                        + known.stream().sorted().limit(SHOWN).collect(Collectors.joining(", "))
                        + (known.size() > SHOWN ? " and " + (known.size() - SHOWN) + " more" : ""));
    }

    /** The optimal string alignment distance: each part of a text is edited at most once. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = cost(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cost(int[][] cost, String from, String to, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int replace = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + replace);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
