package io.kws.sdk.transfers;

public interface TransferListener {
    public static final TransferListener NONE = null;
    void transferred(TransferProgress progress);
}
