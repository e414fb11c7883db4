package io.kws.sdk.receipts;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lists each resource that a use case touched, and its outcome. Comes with each result and each error of a use case
 * that creates or deletes resources. Immutable.
 *
 * @param entries the resources, in the order in which they were touched
 */
@SuppressWarnings("serial") // List.copyOf is serializable
public record Receipt(List<ReceiptEntry> entries) implements Serializable {
    private static final Receipt EMPTY = new Receipt(List.of());

    /**
     * Copies the list.
     *
     * @param entries the resources
     */
    public Receipt {
        entries = List.copyOf(entries);
    }

    /** {@return an empty receipt} */
    public static Receipt empty() {
        return EMPTY;
    }

    /**
     * Returns the entries with an outcome.
     *
     * @param outcome the outcome
     * @return the entries, possibly none
     */
    public List<ReceiptEntry> entries(Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).toList();
    }

    /** {@return whether no resource was left behind} */
    public boolean isClean() {
        return entries(Outcome.LEFT).isEmpty();
    }

    /** {@return a line for each resource} */
    @Override
    public String toString() {
        return entries.stream().map(ReceiptEntry::toString).collect(Collectors.joining("\n"));
    }
}
