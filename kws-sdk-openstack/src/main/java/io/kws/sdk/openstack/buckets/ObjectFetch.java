package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Download;
import io.kws.sdk.openstack.client.Request;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Fetches the content of one object. */
final class ObjectFetch {
    private final ObjectStore store;
    private final String bucket;
    private final String name;

    ObjectFetch(ObjectStore store, String bucket, String name) {
        this.store = store;
        this.bucket = bucket;
        this.name = name;
    }

    Request get() {
        return SwiftContainers.request("GET", bucket, name);
    }

    Download open(Request get) {
        return store.finding(bucket, name, () -> store.containers().client().download(get));
    }

    /** A proxy that does not know of parts answers with the whole, which would be taken for one. */
    Download openPart(Request get) {
        Download download = open(get);
        if (download.status() != 206) {
            download.close();
            throw new ServiceFailureException("the whole content came, and not the part asked for");
        }
        return download;
    }

    StoredObject object(Download download) {
        return ObjectHeaders.read(bucket, name, download.headers());
    }

    /** Returns what compares the whole content with its checksums; of a dynamic large object only its length. */
    ChecksumVerifier verifier(Map<String, String> headers) {
        StoredObject object = ObjectHeaders.read(bucket, name, headers);
        if (ObjectHeaders.isLarge(headers)) {
            List<Segment> segments = Segment.read(store.containers(), bucket, name);
            if (!segments.isEmpty() && Segment.etag(segments).equals(object.etag())) {
                return new ChecksumVerifier(segments);
            }
        }
        boolean plain = !ObjectHeaders.isLarge(headers) && !headers.containsKey(ObjectHeaders.DYNAMIC);
        return new ChecksumVerifier(List.of(new Segment(bucket, name, object.bytes(), plain ? object.etag() : "")));
    }

    /** Reads a whole content, and compares it at its end. */
    static final class Verified extends FilterInputStream {
        private final ChecksumVerifier verifier;
        private boolean ended;

        Verified(InputStream in, ChecksumVerifier verifier) {
            super(in);
            this.verifier = verifier;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int read = super.read(bytes, offset, count);
            if (read >= 0) {
                verifier.update(bytes, offset, read);
            } else if (!ended) {
                ended = true;
                verifier.end();
            }
            return read;
        }

        /** What is skipped is read all the same, as it belongs to the checksum. */
        @Override
        public long skip(long count) throws IOException {
            byte[] skipped = new byte[(int) Math.min(1 << 16, Math.max(0, count))];
            return skipped.length == 0 ? 0 : Math.max(0, read(skipped, 0, skipped.length));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
