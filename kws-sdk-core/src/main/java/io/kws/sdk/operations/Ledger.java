package io.kws.sdk.operations;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what a use case made, from before the first create call on, and undoes it. */
final class Ledger {
    private final List<Line<?>> lines = new ArrayList<>();

    synchronized <R> Line<R> intend(Resource<R> resource) {
        Line<R> line = new Line<>(resource);
        lines.add(line);
        return line;
    }

    /** Notes something that is about to be removed on purpose, so that undoing leaves it alone. */
    synchronized <R> Line<R> removing(Resource<R> resource, R made) {
        Line<R> line = new Line<>(resource);
        line.made = made;
        line.removing = true;
        lines.add(line);
        return line;
    }

    /** Returns why something could not be removed, if anything could not. */
    synchronized Optional<KwsException> removalFailure() {
        return lines.stream().flatMap(line -> line.removalFailure().stream()).findFirst();
    }

    synchronized void note(ResourceKind kind, String name, String id, Outcome outcome) {
        lines.add(new Line<>(new ReceiptEntry(kind, name, id, outcome, "")));
    }

    /** Removes what was made, the newest first; one failure does not stop the rest. */
    void undo() {
        List<Line<?>> newestFirst;
        synchronized (this) {
            newestFirst = new ArrayList<>(lines);
        }
        Collections.reverse(newestFirst);
        newestFirst.forEach(Line::undo);
    }

    synchronized Receipt receipt() {
        return new Receipt(lines.stream().flatMap(line -> line.entry().stream()).toList());
    }

    /** A resource on the ledger. A line without an entry was never made. */
    static final class Line<R> {
        private final @Nullable Resource<R> resource;
        private volatile @Nullable R made;
        private volatile boolean maybeMade;
        private volatile boolean removing;
        private volatile @Nullable KwsException removalFailure;
        private volatile @Nullable ReceiptEntry entry;

        private Line(Resource<R> resource) {
            this.resource = resource;
        }

        private Line(ReceiptEntry entry) {
            this.resource = null;
            this.entry = entry;
        }

        Optional<KwsException> removalFailure() {
            return Optional.ofNullable(removalFailure);
        }

        Optional<ReceiptEntry> entry() {
            return Optional.ofNullable(entry);
        }

        void created(R thing) {
            made = thing;
            ended(Outcome.CREATED, "");
        }

        /** The create call was sent, and nobody knows what came of it. */
        void uncertain() {
            maybeMade = true;
            ended(Outcome.LEFT, "whether it was made is not known");
        }

        void refused() {
            maybeMade = false;
            entry = null;
        }

        void deleted() {
            ended(Outcome.DELETED, "");
        }

        void left(KwsException why) {
            removalFailure = removing ? why : null;
            ended(Outcome.LEFT, why.reason());
        }

        void undo() {
            Resource<R> known = resource;
            if (known == null || removing || (made == null && !maybeMade)) {
                return;
            }
            try {
                Optional<R> there = Optional.ofNullable(made).or(known::find);
                there.ifPresent(known::delete);
                there.ifPresentOrElse(
                        thing -> {
                            made = thing;
                            deleted();
                        },
                        this::refused);
            } catch (KwsException e) {
                left(e);
            }
        }

        private void ended(Outcome outcome, String reason) {
            Resource<R> known = resource;
            R thing = made;
            if (known != null) {
                Function<R, String> id = known::id;
                entry = new ReceiptEntry(
                        known.kind(), known.name(), thing == null ? "" : id.apply(thing), outcome, reason);
            }
        }
    }
}
