package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Download;
import io.kws.sdk.openstack.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Requests the content of one object. */
final class ObjectFetch {
    private final BucketNode node;
    private final String bucket;
    private final String name;

    ObjectFetch(BucketNode node, String bucket, String name) {
        this.node = node;
        this.bucket = bucket;
        this.name = name;
    }

    Request get() {
        return SwiftContainers.request("GET", bucket, name);
    }

    Download open(Request get) {
        return node.withObject(bucket, name, () -> node.client().download(get));
    }

    /** A proxy that ignores ranges answers with the whole content, which must not be taken for a part. */
    Download openPart(Request get) {
        Download download = open(get);
        if (download.status() != 206) {
            download.close();
            throw new ServiceFailureException(
                    "the service ignored the requested range and sent the whole content; a proxy may not support ranges");
        }
        return download;
    }

    StoredObject object(Download download) {
        return ObjectHeaders.read(bucket, name, download.headers());
    }

    /** Returns a verifier of the whole content; of a dynamic large object, it verifies the length only. */
    ChecksumVerifier verifier(Map<String, String> headers) {
        StoredObject object = ObjectHeaders.read(bucket, name, headers);
        if (ObjectHeaders.isLarge(headers)) {
            List<Segment> segments = Segment.read(node.containers(), bucket, name);
            if (!segments.isEmpty() && Segment.etag(segments).equals(object.etag())) {
                return new ChecksumVerifier(segments);
            }
        }
        boolean plain = !ObjectHeaders.isLarge(headers) && !headers.containsKey(ObjectHeaders.DYNAMIC);
        return new ChecksumVerifier(List.of(new Segment(bucket, name, object.bytes(), plain ? object.etag() : "")));
    }

    /** Reads whole content and verifies it at its end. */
    static final class Verified extends BlockInputStream {
        private final ChecksumVerifier verifier;
        private boolean ended;

        Verified(InputStream in, ChecksumVerifier verifier) {
            super(in);
            this.verifier = verifier;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int read = in.read(bytes, offset, count);
            if (read >= 0) {
                verifier.update(bytes, offset, read);
            } else if (!ended) {
                ended = true;
                verifier.end();
            }
            return read;
        }

        /** Reads the skipped bytes, because they count for the checksum. */
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
