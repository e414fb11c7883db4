package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Checksum;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** Verifies content, as it is read, against the checksums of its segments. Used by one thread at a time. */
final class ChecksumVerifier {
    private final Iterator<Segment> segments;
    private final MessageDigest digest;
    private Segment segment;
    private long remaining;
    private boolean failed;

    /** Starts before the first byte. */
    ChecksumVerifier(List<Segment> all) {
        this.segments = all.iterator();
        this.segment = segments.next();
        this.remaining = segment.bytes();
        this.digest = Checksum.digest("MD5");
    }

    /**
     * Takes the next bytes.
     *
     * @throws ServiceFailureException if a segment does not match its checksum
     */
    void update(byte[] bytes, int offset, int count) {
        int done = 0;
        while (done < count) {
            if (remaining == 0) {
                next();
            }
            int now = (int) Math.min(remaining, count - done);
            digest.update(bytes, offset + done, now);
            remaining -= now;
            done += now;
        }
    }

    private void next() {
        requireGood();
        if (!segments.hasNext()) {
            throw failure("the service sent more bytes than are stored; download the object again");
        }
        segment = segments.next();
        remaining = segment.bytes();
    }

    /** Ends the content; all segments must have been read. */
    void end() {
        requireGood();
        if (segments.hasNext()) {
            throw failure("the service sent fewer bytes than are stored; download the object again");
        }
    }

    private void requireGood() {
        if (remaining > 0) {
            throw failure("the service sent fewer bytes than are stored; download the object again");
        }
        String received = HexFormat.of().formatHex(digest.digest());
        if (!segment.md5().isEmpty() && !received.equals(segment.md5())) {
            throw failure(
                    "the content received differs from the stored one: MD5 %s instead of %s; download the object again"
                            .formatted(received, segment.md5()));
        }
    }

    private ServiceFailureException failure(String reason) {
        failed = true;
        return new ServiceFailureException(reason);
    }

    /** Tells whether the content did not match. */
    boolean hasFailed() {
        return failed;
    }
}
