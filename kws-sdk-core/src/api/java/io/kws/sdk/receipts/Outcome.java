package io.kws.sdk.receipts;

public enum Outcome {
    CREATED, REUSED, CHANGED, RESTORED, DELETED, SKIPPED, LEFT;
}
