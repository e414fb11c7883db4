package io.kws.sdk.buckets;

import io.kws.sdk.errors.InvalidRequestException;

/**
 * A part of an object's content. Immutable.
 *
 * @param fromByte the first byte, counted from 0
 * @param bytes how many at most; fewer if the content ends before
 */
public record ByteRange(long fromByte, long bytes) {
    /**
     * Checks the numbers.
     *
     * @param fromByte the first byte, counted from 0
     * @param bytes how many at most, at least one
     * @throws InvalidRequestException if it cannot be
     */
    public ByteRange {
        if (fromByte < 0 || bytes < 1 || Long.MAX_VALUE - bytes < fromByte) {
            throw new InvalidRequestException("a range of %d bytes from byte %d cannot be".formatted(bytes, fromByte));
        }
    }

    /**
     * Returns all of a content from a byte on.
     *
     * @param fromByte the first byte, counted from 0
     * @return the range
     */
    public static ByteRange from(long fromByte) {
        return new ByteRange(fromByte, fromByte < 0 ? 1 : Long.MAX_VALUE - fromByte);
    }
}
