package io.kws.sdk.benchmarks;

import java.util.List;

/** A task that the SDK and its peers do in turns. */
public interface Scenario {
    /** {@return what is done} */
    String title();

    /**
     * Lets all of them do it.
     *
     * @param lab where
     * @return the figures
     */
    List<Row> run(Lab lab);
}
