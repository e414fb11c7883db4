package io.kws.sdk.driver.steps;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what a use case makes and removes, from before the first create call on, and undoes the making. */
final class Ledger {
    private final List<Line> lines = new ArrayList<>();
    private @Nullable KwsException removalFailure;

    /** Notes that a resource is about to be made. */
    synchronized <R> Making<R> making(Resource<R> resource) {
        Making<R> line = new Making<>(resource);
        lines.add(line);
        return line;
    }

    /** Notes what was there before or is gone for good; undoing leaves it alone. */
    synchronized void note(ReceiptEntry entry) {
        lines.add(new Line(entry));
    }

    /** Notes what should have been removed, but could not be. */
    synchronized void removalFailed(ReceiptEntry entry, KwsException failure) {
        note(entry);
        if (removalFailure == null) {
            removalFailure = failure;
        } else if (removalFailure != failure) {
            removalFailure.addSuppressed(failure);
        }
    }

    /** Returns why something could not be removed, if anything could not. */
    synchronized Optional<KwsException> removalFailure() {
        return Optional.ofNullable(removalFailure);
    }

    /** Removes what was made, the newest first; one failure does not stop the rest. */
    void undo() {
        List<Line> newestFirst;
        synchronized (this) {
            newestFirst = new ArrayList<>(lines);
        }
        Collections.reverse(newestFirst);
        newestFirst.forEach(Line::undo);
    }

    synchronized Receipt receipt() {
        return new Receipt(lines.stream().flatMap(Line::entries).toList());
    }

    /** A resource on the ledger; without an entry if nothing has become of it. */
    private static class Line {
        private volatile @Nullable ReceiptEntry entry;

        Line(@Nullable ReceiptEntry entry) {
            this.entry = entry;
        }

        Optional<ReceiptEntry> entry() {
            return Optional.ofNullable(entry);
        }

        Stream<ReceiptEntry> entries() {
            return entry().stream();
        }

        void becomes(@Nullable ReceiptEntry newest) {
            entry = newest;
        }

        void undo() {}
    }

    /** A resource that is being made. */
    static final class Making<R> extends Line {
        private final Resource<R> resource;
        private volatile @Nullable R made;
        private volatile List<ReceiptEntry> rest = List.of();

        private Making(Resource<R> resource) {
            super(null);
            this.resource = resource;
        }

        @Override
        Stream<ReceiptEntry> entries() {
            return Stream.concat(super.entries(), rest.stream());
        }

        /** Sends the create call. Until its answer is there, nobody knows what comes of it. */
        R create() {
            boolean first = entry().isEmpty();
            becomes(entry(Outcome.LEFT, "whether it was made is not known"));
            try {
                return created(resource.create());
            } catch (KwsException e) {
                if (first && isRefusal(e)) { // a refusal of a later call may be about what the first has made
                    becomes(null);
                }
                throw e;
            }
        }

        boolean isInterruptible() {
            return resource.isInterruptible();
        }

        /** Looks whether a create whose answer was lost has been carried out. */
        Optional<R> find() {
            return resource.find().map(this::created);
        }

        private R created(R thing) {
            made = thing;
            becomes(entry(resource.whenMade(), ""));
            return thing;
        }

        private static boolean isRefusal(KwsException failure) {
            return !ErrorDetails.isAnswerMissing(failure) && !(failure instanceof ProvisioningFailedException);
        }

        @Override
        void undo() {
            if (entry().isEmpty()) {
                return;
            }
            try {
                requireTime();
                Optional<R> there = Optional.ofNullable(made).or(resource::find);
                there.ifPresent(thing -> rest = resource.undo(thing));
                made = there.orElse(null);
                becomes(there.isPresent() ? entry(resource.whenUndone(), "") : null);
            } catch (KwsException e) {
                becomes(entry(Outcome.LEFT, e.reason()));
            } catch (RuntimeException | Error e) {
                becomes(entry(Outcome.LEFT, e.toString()));
            }
        }

        private static void requireTime() {
            if (Deadline.current().hasPassed()) {
                throw new WaitTimedOutException("the time for undoing ran out");
            }
        }

        private ReceiptEntry entry(Outcome outcome, String reason) {
            R thing = made;
            return new ReceiptEntry(
                    resource.kind(), resource.name(), thing == null ? "" : resource.id(thing), outcome, reason);
        }
    }
}
