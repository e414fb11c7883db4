package io.kws.sdk.internal.errors;

import io.kws.sdk.receipts.Receipt;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The node, use case and step in which an error happened. Immutable; unknown texts are empty.
 *
 * @param node the node's name
 * @param attempt what was attempted, as it follows "Could not", such as {@code rent server "web-1"}
 * @param step the step of the use case that failed
 * @param requestIds the services' request IDs of the calls that failed
 * @param receipt what became of each resource touched
 */
@SuppressWarnings("serial") // List.copyOf is serializable
public record ErrorContext(String node, String attempt, String step, List<String> requestIds, Receipt receipt)
        implements Serializable {
    public static final ErrorContext UNKNOWN = new ErrorContext("", "", "", List.of(), Receipt.empty());

    public ErrorContext {
        requestIds = List.copyOf(requestIds);
    }

    public static ErrorContext ofCall(String node, List<String> requestIds) {
        return new ErrorContext(node, "", "", requestIds, Receipt.empty());
    }

    /**
     * Combines this context with an outer one. Node and step stay as known here, and request IDs are joined; the outer
     * attempt and receipt win where they are known.
     */
    public ErrorContext within(ErrorContext outer) {
        return new ErrorContext(
                first(node, outer.node),
                first(outer.attempt, attempt),
                first(step, outer.step),
                Stream.concat(requestIds.stream(), outer.requestIds.stream())
                        .distinct()
                        .toList(),
                outer.receipt.entries().isEmpty() ? receipt : outer.receipt);
    }

    private static String first(String preferred, String other) {
        return preferred.isEmpty() ? other : preferred;
    }
}
