package io.kws.sdk.sandbox.site;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One node's name, address, clock, limits and lock. Thread-safe. */
public final class Site {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private static final long SHORTEST_SLEEP_NANOS = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Limits limits = new Limits();
    private final String name;
    private final URI base;
    private final Ids ids;
    private final Agenda agenda;
    private volatile Duration bootTime = Duration.ofMillis(5);
    private volatile Duration settleTime = Duration.ofMillis(2);

    /**
     * Starts a site.
     *
     * @param name the node's name
     * @param base the node's address, without a path
     */
    public Site(String name, URI base) {
        this.name = name;
        this.base = base;
        this.ids = new Ids(name);
        this.agenda = new Agenda(Clock.systemUTC());
    }

    /** {@return the node's name} */
    public String name() {
        return name;
    }

    /**
     * Returns an address on this node.
     *
     * @param path the path, beginning with a slash
     * @return the full address
     */
    public String url(String path) {
        return base + path;
    }

    /** {@return where identifiers come from} */
    public Ids ids() {
        return ids;
    }

    /** {@return the quotas} */
    public Limits limits() {
        return limits;
    }

    /** {@return what is going to happen; to be used under the lock} */
    public Agenda agenda() {
        return agenda;
    }

    /** {@return how long a server takes to build} */
    public Duration bootTime() {
        return bootTime;
    }

    /**
     * Sets how long a server takes to build.
     *
     * @param time the time from the request
     */
    public void bootTime(Duration time) {
        this.bootTime = time;
    }

    /** {@return how long everything else takes that is not done at once} */
    public Duration settleTime() {
        return settleTime;
    }

    /**
     * Sets how long everything else takes that is not done at once.
     *
     * @param time the time from the request
     */
    public void settleTime(Duration time) {
        this.settleTime = time;
    }

    /**
     * Does something alone, after all that has become due.
     *
     * @param <T> what comes of it
     * @param work what to do
     * @return what came of it
     */
    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            agenda.catchUp();
            return work.get();
        } finally {
            news.signalAll();
            lock.unlock();
        }
    }

    /**
     * Looks again and again, alone, until there is something to see. In between it sleeps until somebody did something
     * or the next step is due.
     *
     * @param <T> what is to be seen
     * @param look looks; empty for nothing yet
     * @param longest when to give up
     * @return what there is to see; empty if that was not in time
     * @throws InterruptedException if the thread is interrupted
     */
    public <T> Optional<T> await(Supplier<Optional<T>> look, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                agenda.catchUp();
                Optional<T> seen = look.get();
                long left = end - System.nanoTime();
                if (seen.isPresent() || left <= 0) {
                    return seen;
                }
                long due = agenda.untilNext().map(Duration::toNanos).orElse(left);
                long unused = news.awaitNanos(Math.min(left, Math.max(due, SHORTEST_SLEEP_NANOS)));
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets what is under way go on at once, as far as it would in a time.
     *
     * @param ahead the time
     */
    public void runAhead(Duration ahead) {
        lock.lock();
        try {
            agenda.runAhead(ahead);
        } finally {
            news.signalAll();
            lock.unlock();
        }
    }

    /** {@return the present second as Nova, Neutron and Glance write it} */
    public String second() {
        return second(agenda.now());
    }

    /**
     * Writes a time as Nova, Neutron and Glance do.
     *
     * @param time the time
     * @return the time in whole seconds
     */
    public static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@return the present second as Cinder and Nova's extensions write it} */
    public String micros() {
        return micros(agenda.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Writes a time as Keystone and Cinder do, without the zone.
     *
     * @param time the time
     * @return the time with six digits after the point
     */
    public static String micros(Instant time) {
        return MICROS.format(time);
    }
}
