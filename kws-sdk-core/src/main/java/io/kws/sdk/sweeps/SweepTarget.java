package io.kws.sdk.sweeps;

import io.kws.sdk.receipts.ResourceKind;

/**
 * What a sweep does something about. Immutable.
 *
 * @param node the node's name
 * @param kind what it is
 * @param id its ID; empty for what is left of a rental that is no more
 * @param name its name; the rental's ID for what is left of one
 * @param rental the rental's ID as its tags have it, with which it can be extended
 * @param owner who rents it; empty if nobody is named, or it is not known any more
 */
public record SweepTarget(String node, ResourceKind kind, String id, String name, String rental, String owner) {
    /** {@return such as {@code server "web-1" of alice on kws1}} */
    @Override
    public String toString() {
        String of = owner.isEmpty() ? "" : " of " + owner;
        return "%s \"%s\"%s on %s".formatted(kind.label(), name, of, node);
    }
}
