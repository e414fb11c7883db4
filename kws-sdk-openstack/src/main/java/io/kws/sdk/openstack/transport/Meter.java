package io.kws.sdk.openstack.transport;

import io.kws.sdk.transfers.TransferListener;
import io.kws.sdk.transfers.TransferProgress;
import java.util.OptionalLong;

/** Counts the bytes of a transfer, and tells its listener of each further MiB and of the end. */
final class Meter {
    private static final long STEP = 1 << 20;

    private final OptionalLong total;
    private final TransferListener listener;
    private long bytes;
    private long told = -1;

    Meter(OptionalLong total, TransferListener listener) {
        this.total = total;
        this.listener = listener;
    }

    /** Counts what was read; a negative number is the end. */
    void count(int read) {
        bytes += Math.max(0, read);
        if (read < 0 ? bytes != told : bytes - Math.max(0, told) >= STEP) {
            told = bytes;
            listener.transferred(new TransferProgress(bytes, total));
        }
    }

    long bytes() {
        return bytes;
    }
}
