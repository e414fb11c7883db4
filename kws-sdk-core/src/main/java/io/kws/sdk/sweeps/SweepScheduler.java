package io.kws.sdk.sweeps;

import java.time.Instant;

/**
 * Sweeps by a {@link SweepSchedule} until it is closed, by itself or with its {@code Kws}; comes from {@link
 * Sweeps#schedule}. One sweep at a time, on a thread of its own that does not keep the program alive. A sweep that
 * fails never ends the schedule. Thread-safe.
 *
 * <p>A node is due when it has not been swept since the last time of the schedule, which is looked at when the scheduler
 * starts, too: however many runs were missed while no program was there, they are made up for by one. A node that another
 * program sweeps, or that does not answer, is asked again every five minutes.
 */
public interface SweepScheduler extends AutoCloseable {
    /** {@return what it sweeps, and when} */
    SweepSchedule schedule();

    /** {@return the next time of the schedule} */
    Instant nextRun();

    /**
     * Ends the schedule. A sweep under way begins nothing more, and has ten seconds for what it is at; then it is
     * interrupted. Closing twice does nothing.
     */
    @Override
    void close();
}
