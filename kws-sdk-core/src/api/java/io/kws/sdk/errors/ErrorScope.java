package io.kws.sdk.errors;

public enum ErrorScope {
    REQUEST, NODE, NO_ANSWER, CANCELLED;
}
