package io.kws.sdk.errors;

import java.util.List;

/** Several resources have the name; the message lists their IDs. Use one of them. */
@SuppressWarnings("serial") // List.copyOf is serializable
public final class AmbiguousException extends KwsException {
    private static final long serialVersionUID = 1;

    /** The IDs that the name stands for. */
    private final List<String> candidates;

    /**
     * Makes an error.
     *
     * @param reason what is ambiguous
     * @param candidates what the name may stand for
     */
    public AmbiguousException(String reason, List<String> candidates) {
        super(reason + "; use one of the IDs " + String.join(", ", candidates), null);
        this.candidates = List.copyOf(candidates);
    }

    /** {@return what the name may stand for} */
    public List<String> candidates() {
        return candidates;
    }

    @Override
    public ErrorScope scope() {
        return ErrorScope.NODE;
    }
}
