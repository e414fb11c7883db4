package io.kws.sdk.errors;

import io.kws.sdk.receipts.Receipt;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where and during what an error happened. Immutable; unknown texts are empty.
 *
 * @param node the node's name
 * @param attempt what was attempted, as it follows "Could not", such as {@code rent server "web-1"}
 * @param step the step of the use case that failed
 * @param requestIds the services' request IDs of the calls that failed, for whoever reads their logs
 * @param receipt what became of each resource touched
 */
@SuppressWarnings("serial") // List.copyOf is serializable
public record ErrorContext(String node, String attempt, String step, List<String> requestIds, Receipt receipt)
        implements Serializable {
    /** Nothing known. */
    public static final ErrorContext UNKNOWN = new ErrorContext("", "", "", List.of(), Receipt.empty());

    /**
     * Copies the list.
     *
     * @param node the node's name
     * @param attempt what was attempted
     * @param step the step that failed
     * @param requestIds the request IDs
     * @param receipt the resources
     */
    public ErrorContext {
        requestIds = List.copyOf(requestIds);
    }

    /**
     * Returns a context of a call to a node.
     *
     * @param node the node's name
     * @param requestIds the request IDs
     * @return the context
     */
    public static ErrorContext ofCall(String node, List<String> requestIds) {
        return new ErrorContext(node, "", "", requestIds, Receipt.empty());
    }

    /**
     * Returns this context with what an outer one adds. Node and step stay as known here, request IDs are joined; of the
     * attempt and the receipt the outer one counts, where it has any.
     *
     * @param outer the wider context
     * @return both
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
