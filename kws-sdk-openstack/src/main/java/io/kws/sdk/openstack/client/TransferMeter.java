package io.kws.sdk.openstack.client;

import io.kws.sdk.transfers.TransferListener;
import io.kws.sdk.transfers.TransferProgress;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of a transfer, and tells its listener of each further MiB and of the end. */
final class TransferMeter {
    private static final long STEP = 1 << 20;

    private final OptionalLong total;
    private final TransferListener listener;
    private final AtomicLong bytes = new AtomicLong();
    private long told = -1;

    TransferMeter(OptionalLong total, TransferListener listener) {
        this.total = total;
        this.listener = listener;
    }

    /** Counts what was read; a negative number is the end. */
    void count(int read) {
        long sum = bytes.addAndGet(Math.max(0, read));
        if (read < 0 ? sum != told : sum - Math.max(0, told) >= STEP) {
            told = sum;
            listener.transferred(new TransferProgress(sum, total));
        }
    }

    /** Returns how many it were so far; for any thread. */
    long bytes() {
        return bytes.get();
    }
}
