package io.kws.sdk.receipts;

import java.io.Serializable;

/**
 * One resource of a receipt. Immutable.
 *
 * @param kind the kind of resource
 * @param name its name, or a description where the service has no names
 * @param id its ID, or the address of a floating IP; empty if the service did not report it
 * @param outcome its outcome
 * @param reason why it was {@link Outcome#LEFT} or {@link Outcome#SKIPPED}; for resources created on a node that was
 *     then skipped, which node; empty otherwise
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
