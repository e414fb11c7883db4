package io.kws.sdk.openstack.buckets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose subclasses only implement the reading of blocks. */
abstract class BlockInputStream extends FilterInputStream {
    BlockInputStream(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] into, int offset, int count) throws IOException;
}
