package io.kws.sdk.errors;

import io.kws.sdk.internal.errors.ErrorContext;
import io.kws.sdk.internal.errors.ErrorNotes;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors of the SDK. Its message says what was attempted, on which resource, why it failed, and, where
 * known, what to do. It never contains secrets.
 */
public abstract class KwsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why not, and what to do. */
    private final String reason;

    /** What the layers between the failure and the caller have recorded. */
    private final ErrorNotes notes;

    static {
        ErrorNotes.register(error -> ((KwsException) error).notes);
    }

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do about it, as a sentence without its first capital and full stop
     * @param cause what lies below, if anything does
     */
    KwsException(String reason, @Nullable Throwable cause) {
        this(reason, cause, Answer.RECEIVED);
    }

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do about it, as a sentence without its first capital and full stop
     * @param cause what lies below, if anything does
     * @param answer whether the service's answer arrived
     */
    KwsException(String reason, @Nullable Throwable cause, Answer answer) {
        super(reason, cause);
        this.reason = reason;
        this.notes = new ErrorNotes(answer == Answer.MISSING);
    }

    /** Whether a service's answer arrived and could be read. */
    enum Answer {
        RECEIVED,
        MISSING
    }

    /** {@return why it failed, without the circumstances that {@link #getMessage} puts before it} */
    public String reason() {
        return reason;
    }

    /** {@return the name of the node; empty if the error belongs to none} */
    public String node() {
        return notes.context().node();
    }

    /** {@return what was attempted, such as {@code rent server "web-1"}; empty outside a use case} */
    public String attempt() {
        return notes.context().attempt();
    }

    /** {@return the step of the use case that failed; empty outside one} */
    public String step() {
        return notes.context().step();
    }

    /** {@return the services' own IDs of the failed requests, possibly none} */
    public List<String> requestIds() {
        return notes.context().requestIds();
    }

    /** {@return what became of each resource that the use case touched} */
    public Receipt receipt() {
        return notes.context().receipt();
    }

    /** {@return how far the error reaches, and so whether another node may accept the same request} */
    public abstract ErrorScope scope();

    /** {@return whether the same request may succeed later without a change by the caller} */
    public boolean isRetryable() {
        return false;
    }

    /**
     * Tells whether something may have been changed all the same, as the answer is missing or unreadable, or was not
     * waited for. Not so after a request that only reads, or was never sent.
     *
     * @return whether it may
     */
    public final boolean isOutcomeUnknown() {
        return notes.isOutcomeUnknown();
    }

    /** {@return what was attempted, where, why it failed, and what was left behind} */
    @Override
    public String getMessage() {
        ErrorContext known = notes.context();
        String where = known.node().isEmpty() ? "" : " on " + known.node();
        String head = known.attempt().isEmpty() ? known.node() : "Could not " + known.attempt() + where;
        String left = known.receipt().entries(Outcome.LEFT).stream()
                .map(entry -> entry.kind().label() + " " + entry.name())
                .collect(Collectors.joining(", "));
        return (head.isEmpty() ? "" : head + ": ") + reason + (left.isEmpty() ? "" : "; left behind: " + left);
    }
}
