package io.kws.sdk.receipts;

/** What became of a resource by the end of a use case. */
public enum Outcome {
    /** Made by the use case, and there. */
    CREATED,
    /** Was there before, used and left as it was. */
    REUSED,
    /** Was there before, and is now as the use case changed it. */
    CHANGED,
    /** Was changed by the use case, and is again as it was before. */
    RESTORED,
    /** Removed by the use case, or made by it and removed again. */
    DELETED,
    /** Was looked at or tried, and another was taken; the reason is beside it. */
    SKIPPED,
    /** Should have been removed or restored, but could not be, or nobody knows; the reason is beside it. */
    LEFT
}
