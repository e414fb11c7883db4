package io.kws.sdk.driver.errors;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.internal.errors.ErrorContext;
import io.kws.sdk.internal.errors.ErrorNotes;
import io.kws.sdk.receipts.Receipt;
import java.util.List;

/**
 * Records in an error what the code that threw it could not know. Users only read these details. Each method changes the
 * error in place and returns it, so that it can be thrown at once. Details of an inner layer win over those of an outer
 * one, except for the attempt and the receipt; request IDs are joined.
 */
public final class ErrorDetails {
    private ErrorDetails() {}

    /**
     * Records the node.
     *
     * @param error the error
     * @param node the node's name
     * @param <E> the type of the error
     * @return the error
     */
    public static <E extends KwsException> E onNode(E error, String node) {
        return ofCall(error, node, List.of());
    }

    /**
     * Records a failed call.
     *
     * @param error the error
     * @param node the node's name
     * @param requestIds the service's IDs of the failed requests
     * @param <E> the type of the error
     * @return the error
     */
    public static <E extends KwsException> E ofCall(E error, String node, List<String> requestIds) {
        return add(error, ErrorContext.ofCall(node, requestIds));
    }

    /**
     * Records the step of a use case that failed.
     *
     * @param error the error
     * @param node the node's name
     * @param step the step's name
     * @param <E> the type of the error
     * @return the error
     */
    public static <E extends KwsException> E inStep(E error, String node, String step) {
        return add(error, new ErrorContext(node, "", step, List.of(), Receipt.empty()));
    }

    /**
     * Records the use case that failed.
     *
     * @param error the error
     * @param node the node's name; empty for a use case of several nodes
     * @param attempt what was attempted, as it follows "Could not", such as {@code rent server "web-1"}
     * @param receipt what became of each resource that the use case touched
     * @param <E> the type of the error
     * @return the error
     */
    public static <E extends KwsException> E inUseCase(E error, String node, String attempt, Receipt receipt) {
        return add(error, new ErrorContext(node, attempt, "", List.of(), receipt));
    }

    /**
     * Records that the failed request changes nothing, or was never sent.
     *
     * @param error the error
     * @param <E> the type of the error
     * @return the error
     */
    public static <E extends KwsException> E withoutEffect(E error) {
        ErrorNotes.of(error).markWithoutEffect();
        return error;
    }

    /**
     * Records that an earlier attempt, whose answer is missing, may have been carried out, whatever this error says.
     *
     * @param error the error
     * @param <E> the type of the error
     * @return the error
     */
    public static <E extends KwsException> E possiblyDone(E error) {
        ErrorNotes.of(error).markPossiblyDone();
        return error;
    }

    /**
     * Tells whether the answer to the failed request, or to an earlier attempt, is missing or unreadable. Unlike
     * {@link KwsException#isOutcomeUnknown}, it also does so for requests that only read.
     *
     * @param error the error
     * @return whether an answer is missing
     */
    public static boolean isAnswerMissing(KwsException error) {
        return ErrorNotes.of(error).isAnswerMissing();
    }

    private static <E extends KwsException> E add(E error, ErrorContext outer) {
        ErrorNotes.of(error).addContext(outer);
        return error;
    }
}
