package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Checksummed;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import io.kws.sdk.transfers.TransferProgress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Content stored by one request: a small object, or a segment of a large one. Created by one thread. */
final class ObjectResource extends TargetResource {
    private final Content content;
    private final TransferListener listener;
    private volatile String md5 = "";
    private volatile long bytes;
    private @Nullable KwsException failure;

    ObjectResource(SwiftContainers containers, ObjectTarget target, Content content, TransferListener listener) {
        super(containers, target);
        this.content = content;
        this.listener = listener;
    }

    /** A stream cannot be sent again, so a second attempt fails like the first. */
    @Override
    public Segment create() {
        if (failure != null && !content.isRepeatable()) {
            throw failure;
        }
        try {
            return send();
        } catch (ConflictException e) {
            throw UploadObject.alreadyExists(target.name(), e);
        } catch (KwsException e) {
            failure = e;
            throw e;
        }
    }

    private Segment send() {
        Checksummed checked = new Checksummed(content, "MD5");
        Reply reply;
        try {
            reply = containers.client().upload(target.put(), checked, this::progressed);
        } finally {
            md5 = checked.checksum();
        }
        if (!ObjectHeaders.etag(reply).equals(md5)) {
            containers.delete(target.container(), target.name());
            throw new ServiceFailureException(
                    "the stored object differs from the data sent and was deleted: MD5 %s instead of %s; upload the object again"
                            .formatted(ObjectHeaders.etag(reply), md5));
        }
        return stored();
    }

    private void progressed(TransferProgress progress) {
        bytes = progress.bytes();
        listener.transferred(progress);
    }

    private Segment stored() {
        return stored(content.lengthBytes().orElse(bytes), md5);
    }

    @Override
    public Optional<Segment> find() {
        return containers
                .head(target.container(), target.name())
                .filter(reply -> ObjectHeaders.etag(reply).equals(md5))
                .map(reply -> stored());
    }

    /** An upload may take any time, because its content may arrive slowly; Swift never stores partial content. */
    @Override
    public boolean isInterruptible() {
        return true;
    }
}
