package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Checksummed;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import io.kws.sdk.transfers.TransferProgress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A content stored under a name by one request: a small object, or a segment of a large one. Made by one thread. */
final class ObjectResource implements Resource<Segment> {
    private final SwiftContainers containers;
    private final Target target;
    private final Content content;
    private final TransferListener listener;
    private volatile String md5 = "";
    private volatile long bytes;
    private @Nullable KwsException failure;

    ObjectResource(SwiftContainers containers, Target target, Content content, TransferListener listener) {
        this.containers = containers;
        this.target = target;
        this.content = content;
        this.listener = listener;
    }

    /**
     * Where something is stored.
     *
     * @param container the container
     * @param name the name in it
     * @param put the request
     * @param state learns of it, and tells whether it may be undone
     */
    record Target(String container, String name, Request put, UploadState state) {}

    @Override
    public ResourceKind kind() {
        return ResourceKind.OBJECT;
    }

    @Override
    public String name() {
        return target.container() + "/" + target.name();
    }

    /** A stream cannot be sent again, so a second attempt fails as the first did. */
    @Override
    public Segment create() {
        if (failure != null && !content.isRepeatable()) {
            throw failure;
        }
        try {
            return send();
        } catch (ConflictException e) {
            throw new ConflictException("an object of that name is there already", e);
        } catch (KwsException e) {
            failure = e;
            throw e;
        }
    }

    private Segment send() {
        Checksummed checked = new Checksummed(content, "MD5");
        Reply reply;
        try {
            reply = containers.client().upload(target.put(), checked, this::count);
        } finally {
            md5 = checked.checksum();
        }
        String stored = ObjectHeaders.unquoted(reply.header("ETag"));
        if (!stored.equals(md5)) {
            containers.delete(target.container(), target.name());
            throw new ServiceFailureException(
                    "what was stored (MD5 %s) is not what was sent (%s); it was removed".formatted(stored, md5));
        }
        return made();
    }

    private void count(TransferProgress progress) {
        bytes = progress.bytes();
        listener.transferred(progress);
    }

    private Segment made() {
        target.state().stands();
        return new Segment(
                target.container(), target.name(), content.lengthBytes().orElse(bytes), md5);
    }

    @Override
    public Optional<Segment> find() {
        return containers
                .head(target.container(), target.name())
                .filter(reply -> ObjectHeaders.unquoted(reply.header("ETag")).equals(md5))
                .map(reply -> made());
    }

    /** It may take for ever, as its content may be slow to come; half a content is never stored. */
    @Override
    public boolean isInterruptible() {
        return true;
    }

    @Override
    public String id(Segment made) {
        return "";
    }

    @Override
    public void delete(Segment made) {
        target.state().requireUndoable();
        containers.delete(target.container(), target.name());
    }
}
