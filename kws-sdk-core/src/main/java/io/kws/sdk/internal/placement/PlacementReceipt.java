package io.kws.sdk.internal.placement;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/** Adds to a receipt which nodes were passed over, and what became of all that was touched there. */
final class PlacementReceipt {
    private final List<ReceiptEntry> entries = new ArrayList<>();

    void skip(String node, KwsException why) {
        entries.add(new ReceiptEntry(ResourceKind.NODE, node, "", Outcome.SKIPPED, why.reason()));
        addOf(node, why.receipt());
    }

    /** Adds what became of things on a node that was passed over. */
    void addOf(String node, Receipt receipt) {
        receipt.entries().forEach(entry -> entries.add(on(node, entry)));
    }

    private static ReceiptEntry on(String node, ReceiptEntry entry) {
        String reason = "on " + node + (entry.reason().isEmpty() ? "" : ", " + entry.reason());
        return new ReceiptEntry(entry.kind(), entry.name(), entry.id(), entry.outcome(), reason);
    }

    void add(Receipt receipt) {
        entries.addAll(receipt.entries());
    }

    Receipt soFar() {
        return new Receipt(entries);
    }

    Receipt with(Receipt made) {
        List<ReceiptEntry> all = new ArrayList<>(entries);
        all.addAll(made.entries());
        return new Receipt(all);
    }
}
