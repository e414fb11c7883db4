package io.kws.sdk.receipts;

/** The state of a resource at the end of a use case. */
public enum Outcome {
    /** Created by the use case, and kept. */
    CREATED,
    /** Existed before; used unchanged. */
    REUSED,
    /** Existed before; changed by the use case. */
    CHANGED,
    /** Changed by the use case, then restored to its previous state. */
    RESTORED,
    /** Deleted by the use case, or created by it and deleted again. */
    DELETED,
    /** Considered or tried, but another was chosen; the entry gives the reason. */
    SKIPPED,
    /** Deleting or restoring it failed, or its state is unknown; the entry gives the reason. */
    LEFT
}
