package io.kws.sdk.transfers;

import java.util.OptionalLong;

/**
 * How far a transfer has come. Immutable.
 *
 * @param bytes how many bytes have gone over
 * @param totalBytes how many there are, if that is known
 */
public record TransferProgress(long bytes, OptionalLong totalBytes) {
    /** {@return the part that has gone over, from 0 to 100; nothing while the whole is unknown} */
    public OptionalLong percent() {
        if (totalBytes.isEmpty()) {
            return OptionalLong.empty();
        }
        long total = totalBytes.getAsLong();
        return OptionalLong.of(total == 0 ? 100 : Math.min(100, (long) (100.0 * bytes / total)));
    }

    /** {@return one line: the bytes so far, of how many} */
    @Override
    public String toString() {
        return bytes + (totalBytes.isPresent() ? " of " + totalBytes.getAsLong() : "") + " bytes";
    }
}
