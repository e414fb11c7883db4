package io.kws.sdk.ides;

public enum WorkspaceEnd {
    KEEP, DELETE;
}
