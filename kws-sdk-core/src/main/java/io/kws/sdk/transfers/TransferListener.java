package io.kws.sdk.transfers;

/** Hears how a transfer comes along. Called by one thread at a time, which waits for it; what it throws ends the transfer. */
@FunctionalInterface
public interface TransferListener {
    /** Hears nothing. */
    TransferListener NONE = progress -> {};

    /**
     * Called after each further MiB, and at the end. A transfer that is sent again begins at zero again.
     *
     * @param progress how far it has come
     */
    void transferred(TransferProgress progress);
}
