package io.kws.sdk.driver.steps;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The time by which a whole use case must end. Bound to the thread that works for the use case, so that every call and
 * wait below it keeps to it without a parameter. Immutable.
 */
public final class Deadline {
    private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();
    private static final Duration FOREVER = Duration.ofDays(3650);

    private final long atNanos;
    private final Duration allowed;

    private Deadline(Duration allowed) {
        this.allowed = allowed;
        // more than ten years could overflow
        this.atNanos = System.nanoTime() + (allowed.compareTo(FOREVER) < 0 ? allowed : FOREVER).toNanos();
    }

    /**
     * Returns a deadline from now on.
     *
     * @param allowed the time allowed from now on
     * @return the deadline
     */
    public static Deadline after(Duration allowed) {
        return new Deadline(allowed);
    }

    /** {@return the deadline of the current thread; ten years from now if it has none} */
    public static Deadline current() {
        Deadline current = CURRENT.get();
        return current == null ? after(FOREVER) : current;
    }

    /**
     * Runs work on this thread with this deadline.
     *
     * @param work the work
     * @param <T> the type of its result
     * @return its result
     */
    public <T> T during(Supplier<T> work) {
        Deadline outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** {@return the time left, never negative} */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    }

    /** {@return whether no time is left} */
    public boolean hasPassed() {
        return remaining().isZero();
    }

    /** {@return the whole time that was allowed} */
    public Duration allowed() {
        return allowed;
    }

    /**
     * Returns the earlier of this deadline and a new one.
     *
     * @param allowed the time allowed from now on
     * @return the earlier deadline
     */
    public Deadline atMost(Duration allowed) {
        return allowed.compareTo(remaining()) < 0 ? after(allowed) : this;
    }
}
