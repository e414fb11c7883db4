package io.kws.sdk.containers;

public enum ContainerStatus {
    CREATING, CREATED, RUNNING, STOPPED, PAUSED, RESTARTING, REBUILDING, DELETING, DELETED, DEAD, ERROR, UNKNOWN;
    public static ContainerStatus of(String word) { throw null; }
}
