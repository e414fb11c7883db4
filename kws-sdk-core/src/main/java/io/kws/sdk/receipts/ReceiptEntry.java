package io.kws.sdk.receipts;

import java.io.Serializable;

/**
 * One resource of a receipt. Immutable.
 *
 * @param kind what it is
 * @param name its name, or what stands for it where the service has no names
 * @param id its ID, of a floating IP its address; empty if the service never told
 * @param outcome what became of it
 * @param reason why it was {@link Outcome#LEFT} or {@link Outcome#SKIPPED}, and for what a node made that was skipped, on
 *     which; empty otherwise
 */
public record ReceiptEntry(ResourceKind kind, String name, String id, Outcome outcome, String reason)
        implements Serializable {

    /** {@return one line, such as {@code CREATED  server web-1 (5f0c…)}} */
    @Override
    public String toString() {
        return "%-7s  %s %s%s%s"
                .formatted(
                        outcome,
                        kind.label(),
                        name,
                        id.isEmpty() || id.equals(name) ? "" : " (" + id + ")",
                        reason.isEmpty() ? "" : ": " + reason);
    }
}
