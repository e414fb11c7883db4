package io.kws.sdk.errors;

public abstract class KwsException extends RuntimeException {
    KwsException() {}
    public String attempt() { throw null; }
    public String getMessage() { throw null; }
    public String node() { throw null; }
    public String reason() { throw null; }
    public String step() { throw null; }
    public abstract ErrorScope scope();
    public boolean isRetryable() { throw null; }
    public final boolean isOutcomeUnknown() { throw null; }
    public io.kws.sdk.receipts.Receipt receipt() { throw null; }
    public java.util.List<String> requestIds() { throw null; }
}
