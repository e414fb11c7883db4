package io.kws.sdk.sweeps;

import io.kws.sdk.errors.ConflictException;

/**
 * Sweeps over all nodes: they warn about, stop and delete expired rentals, and remove what programs that died have left
 * behind. Thread-safe.
 */
public interface Sweeps {
    /**
     * Does what is due over all nodes, each rental by its policy, and takes away what programs that died have left
     * behind. Doing it twice does no more; in two programs at once, both may warn. One failure does not stop the rest. Blocks
     * until all is done, which may take minutes. What is left behind is told from what is being made by its age, so the
     * clocks of program and clouds must agree within {@link Sweep#orphansOlderThan}.
     *
     * @param sweep how
     * @return what was found and done
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    SweepReport run(Sweep sweep);

    /**
     * Makes sweeps by themselves from now on, until the scheduler or the {@code Kws} is closed. One that was missed is made
     * at once. Does not block.
     *
     * <p>Unless the schedule has a lock of its own, each node keeps its lease and the time of its last sweep on a note: in the
     * project a security group {@code kws-sweeper} that no server uses, in the cluster's namespace a ConfigMap {@code
     * kws-sweeper}. The note stays when the schedule is closed, as what is missed until the next one is told by
     * it, and other programs may use it. Who sweeps no more may delete it.
     *
     * @param schedule when, and how
     * @return what sweeps; there may be several
     * @throws ConflictException if the {@code Kws} is closed
     */
    SweepScheduler schedule(SweepSchedule schedule);
}
