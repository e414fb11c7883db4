package io.kws.sdk.internal.errors;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mutable part of an error: its context grows while the error rises through the layers. Users read it through
 * {@code KwsException}; only the SDK and its drivers write it. Thread-safe.
 */
public final class ErrorNotes implements Serializable {
    private static final long serialVersionUID = 1;

    private static volatile @Nullable Function<RuntimeException, ErrorNotes> reader;

    private final boolean silence;
    private volatile ErrorContext context = ErrorContext.UNKNOWN;
    private volatile boolean withoutEffect;
    private volatile boolean possiblyDone;

    /**
     * Starts the notes of a new error.
     *
     * @param silence whether the error stands for a missing or unreadable answer
     */
    public ErrorNotes(boolean silence) {
        this.silence = silence;
    }

    /** Registers how the notes of an error are found, so that the error itself need not publish them. */
    public static void register(Function<RuntimeException, ErrorNotes> notesOf) {
        reader = notesOf;
    }

    /** Returns the notes of an error of the SDK. */
    public static ErrorNotes of(RuntimeException error) {
        return Objects.requireNonNull(reader, "no error class is loaded").apply(error);
    }

    public ErrorContext context() {
        return context;
    }

    public synchronized void addContext(ErrorContext outer) {
        context = context.within(outer);
    }

    public void markWithoutEffect() {
        withoutEffect = true;
    }

    public void markPossiblyDone() {
        possiblyDone = true;
    }

    public boolean isAnswerMissing() {
        return possiblyDone || silence;
    }

    public boolean isOutcomeUnknown() {
        return possiblyDone || (!withoutEffect && silence);
    }
}
