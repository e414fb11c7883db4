package io.kws.sdk.errors;

import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors of the SDK. Its message says what was attempted, on what, why not, and where it can, what to
 * do; secrets never stand in it.
 */
public abstract class KwsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why not, and what to do. */
    private final String reason;

    /** What is known so far of the circumstances; grows as the error rises through the layers. */
    private volatile ErrorContext context = ErrorContext.UNKNOWN;

    /** Whether the request cannot have changed anything. */
    private volatile boolean harmless;

    private volatile boolean maybeDone;

    /**
     * Makes an error.
     *
     * @param reason why not, and what to do about it, as a sentence without its first capital and full stop
     * @param cause what lies below, if anything does
     */
    protected KwsException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** {@return why it failed, without the circumstances that {@link #getMessage} puts before it} */
    public String reason() {
        return reason;
    }

    /** {@return the name of the node; empty if the error belongs to none} */
    public String node() {
        return context.node();
    }

    /** {@return what was attempted, such as {@code rent server "web-1"}; empty outside a use case} */
    public String attempt() {
        return context.attempt();
    }

    /** {@return the step of the use case that failed; empty outside one} */
    public String step() {
        return context.step();
    }

    /** {@return the services' own IDs of the failed requests, possibly none} */
    public List<String> requestIds() {
        return context.requestIds();
    }

    /** {@return what became of each resource that the use case touched} */
    public Receipt receipt() {
        return context.receipt();
    }

    /** {@return whether the same request may succeed later without anybody changing anything} */
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
        return maybeDone || (!harmless && isSilence());
    }

    /**
     * Tells whether the answer to a request is missing or unreadable, of whatever kind the request was. For drivers and the
     * step runner.
     *
     * @return whether it is
     */
    public final boolean isAnswerMissing() {
        return maybeDone || isSilence();
    }

    /** Tells whether an error of this kind stands for a missing answer. */
    boolean isSilence() {
        return false;
    }

    /**
     * Notes that the request changes nothing, or was never sent. For drivers.
     *
     * @return this
     */
    public final KwsException noteHarmless() {
        harmless = true;
        return this;
    }

    /**
     * Notes that an earlier attempt, whose answer is missing, may have been carried out, whatever this error says. For
     * drivers and the step runner.
     *
     * @return this
     */
    public final KwsException noteMaybeDone() {
        maybeDone = true;
        return this;
    }

    /**
     * Adds circumstances that the place of the throw could not know. For drivers and the step runner.
     *
     * @param outer what to add
     * @return this
     */
    public KwsException within(ErrorContext outer) {
        context = context.within(outer);
        return this;
    }

    /** {@return what was attempted, where, why it failed, and what was left behind} */
    @Override
    public String getMessage() {
        ErrorContext known = context;
        String where = known.node().isEmpty() ? "" : " on " + known.node();
        String head = known.attempt().isEmpty() ? known.node() : "Could not " + known.attempt() + where;
        String left = known.receipt().entries(Outcome.LEFT).stream()
                .map(entry -> entry.kind().label() + " " + entry.name())
                .collect(Collectors.joining(", "));
        return (head.isEmpty() ? "" : head + ": ") + reason + (left.isEmpty() ? "" : "; left behind: " + left);
    }
}
