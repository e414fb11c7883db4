package io.kws.sdk.transfers;

public record TransferProgress(long bytes, java.util.OptionalLong totalBytes) {
    public java.util.OptionalLong percent() { throw null; }
}
