package io.kws.sdk.ides;

public enum IdeStatus {
    OPEN, OPENING, FAILED, CLOSING, CLOSED;
}
