package io.kws.sdk.buckets;

import java.io.FilterInputStream;
import java.io.InputStream;

/**
 * An object's content, read as it comes. Must be closed. A read that finds the connection broken, or standing still for
 * longer than {@link io.kws.sdk.operations.Timeouts#standstill}, throws a {@link io.kws.sdk.errors.KwsException}; so
 * does the last read of a whole content whose checksum is not the object's. An end that is read is the true end. Not
 * thread-safe.
 */
public final class ObjectStream extends FilterInputStream {
    private final StoredObject object;

    /**
     * Joins an object with its content. For drivers.
     *
     * @param object the object
     * @param content its content
     */
    public ObjectStream(StoredObject object, InputStream content) {
        super(content);
        this.object = object;
    }

    /** {@return the object; its size is that of the whole also where a range is read} */
    public StoredObject object() {
        return object;
    }
}
