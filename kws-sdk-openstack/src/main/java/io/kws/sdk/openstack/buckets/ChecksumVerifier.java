package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Checksum;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** Compares a content, as it is read, with the checksums of its pieces. Used by one thread at a time. */
final class ChecksumVerifier {
    private final Iterator<Segment> pieces;
    private final MessageDigest digest;
    private Segment piece;
    private long left;
    private boolean failed;

    /** Begins before the first byte. */
    ChecksumVerifier(List<Segment> all) {
        this.pieces = all.iterator();
        this.piece = pieces.next();
        this.left = piece.bytes();
        this.digest = Checksum.digest("MD5");
    }

    /**
     * Takes the next bytes.
     *
     * @throws ServiceFailureException if a piece is not what it should be
     */
    void update(byte[] bytes, int offset, int count) {
        int done = 0;
        while (done < count) {
            if (left == 0) {
                next();
            }
            int now = (int) Math.min(left, count - done);
            digest.update(bytes, offset + done, now);
            left -= now;
            done += now;
        }
    }

    private void next() {
        requireGood();
        if (!pieces.hasNext()) {
            throw failure("more came than was stored");
        }
        piece = pieces.next();
        left = piece.bytes();
    }

    /** Ends; all pieces must have come. */
    void end() {
        requireGood();
        if (pieces.hasNext()) {
            throw failure("less came than was stored");
        }
    }

    private void requireGood() {
        if (left > 0) {
            throw failure("less came than was stored");
        }
        String came = HexFormat.of().formatHex(digest.digest());
        if (!piece.md5().isEmpty() && !came.equals(piece.md5())) {
            throw failure("what came (MD5 %s) is not what was stored (%s)".formatted(came, piece.md5()));
        }
    }

    private ServiceFailureException failure(String reason) {
        failed = true;
        return new ServiceFailureException(reason);
    }

    /** Returns whether what came was something else. */
    boolean hasFailed() {
        return failed;
    }
}
