package io.kws.sdk.errors;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** None of several nodes accepted the resource; the reason of each is listed by its name. */
public final class NoNodeException extends KwsException {
    private static final long serialVersionUID = 1;

    /** Why not, by node. */
    private final TreeMap<String, KwsException> reasons;

    /**
     * Makes an error.
     *
     * @param reasons why each node refused, by the nodes' names; empty if no node qualifies
     */
    public NoNodeException(Map<String, ? extends KwsException> reasons) {
        super(text(new TreeMap<>(reasons)), null);
        this.reasons = new TreeMap<>(reasons);
        reasons.values().forEach(this::addSuppressed);
    }

    private static String text(Map<String, ? extends KwsException> reasons) {
        return reasons.isEmpty()
                ? "no node qualifies"
                : reasons.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().reason())
                        .collect(Collectors.joining("; ", "no node accepts it; ", ""));
    }

    /** {@return why each node refused, by the nodes' names, sorted} */
    public Map<String, KwsException> reasons() {
        return Collections.unmodifiableMap(reasons);
    }

    /** {@return whether the problem of at least one node may pass by itself} */
    @Override
    public boolean isRetryable() {
        return reasons.values().stream().anyMatch(KwsException::isRetryable);
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.REQUEST;
    }
}
