package io.kws.sdk.internal.sweeps;

import io.kws.sdk.driver.SharedNote;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sweeps.SweepLock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lock that a node keeps itself, on its note. Ends after a term unless renewed, which is done after a third of it. */
final class NodeLease implements SweepLock.Held {
    /** By how much the clocks of programs may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);

    private final Terms terms;
    private final String holder = RentalId.random().value();
    private SharedNote.Version seen;
    private LeaseText text;
    private Instant renewed = Instant.EPOCH;
    private boolean lost;

    /**
     * What leases of a node have in common.
     *
     * @param note where they are kept
     * @param clock tells the time
     * @param term how long one lasts
     */
    record Terms(SharedNote note, Clock clock, Duration term) {}

    private NodeLease(Terms terms, SharedNote.Version seen) {
        this.terms = terms;
        this.seen = seen;
        this.text = LeaseText.parse(seen.text());
    }

    static Optional<SweepLock.Held> tryTake(Terms terms) {
        NodeLease lease = new NodeLease(terms, terms.note().read());
        return lease.isFree() && lease.prolong() ? Optional.of(lease) : Optional.empty();
    }

    private boolean isFree() {
        return text.holder().isEmpty() || now().isAfter(text.until().plus(SKEW));
    }

    @Override
    public synchronized boolean renew() {
        if (!lost && !now().isBefore(renewed.plus(terms.term().dividedBy(3)))) {
            lost = !isProlonged();
        }
        return !lost;
    }

    /** A node that does not answer takes nothing away before the term has ended. */
    private boolean isProlonged() {
        try {
            return prolong();
        } catch (KwsException e) {
            LOG.debug("Could not renew a lease", e);
            return now().isBefore(text.until());
        }
    }

    @Override
    public synchronized Optional<Instant> lastRun() {
        return text.last();
    }

    @Override
    public synchronized void swept(Instant at) {
        lost = lost || !write(text.sweptAt(at.truncatedTo(ChronoUnit.SECONDS)));
    }

    @Override
    public synchronized void close() {
        try {
            if (!lost) {
                write(text.free());
            }
        } catch (KwsException e) {
            LOG.debug("Could not give a lease back; it ends by itself", e);
        }
        lost = true;
    }

    private boolean prolong() {
        Instant now = now();
        boolean written = write(text.heldBy(holder, now.plus(terms.term())));
        renewed = now;
        return written;
    }

    /** The answer to an earlier attempt may have been lost, so what counts is what stands there. */
    private boolean write(LeaseText next) {
        if (isWritten(next)) {
            return true;
        }
        seen = terms.note().read();
        if (seen.text().equals(next.toString())) {
            text = next;
            return true;
        }
        return LeaseText.parse(seen.text()).isHeldBy(holder) && isWritten(next);
    }

    private boolean isWritten(LeaseText next) {
        Optional<SharedNote.Version> written = terms.note().replace(seen, next.toString());
        written.ifPresent(version -> {
            seen = version;
            text = next;
        });
        return written.isPresent();
    }

    private Instant now() {
        return terms.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
