package io.kws.sdk.ides;

/** What becomes of the workspace when its IDE is deleted. */
public enum WorkspaceEnd {
    /** It stays, with all that is in it, and is nobody's rental any more; the next open of its name takes it up. */
    KEEP,
    /** It goes, with all that is in it; there is no way back. */
    DELETE
}
