package io.kws.sdk.receipts;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names each resource that a use case touched, and what became of it. Comes with each result and with each error of a
 * use case that makes or removes something. Immutable.
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

    /** {@return a receipt of nothing} */
    public static Receipt empty() {
        return EMPTY;
    }

    /**
     * Returns the resources that ended one way.
     *
     * @param outcome which
     * @return the entries, possibly none
     */
    public List<ReceiptEntry> entries(Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).toList();
    }

    /** {@return whether nothing was left behind that should have gone} */
    public boolean isClean() {
        return entries(Outcome.LEFT).isEmpty();
    }

    /** {@return a line for each resource} */
    @Override
    public String toString() {
        return entries.stream().map(ReceiptEntry::toString).collect(Collectors.joining("\n"));
    }
}
