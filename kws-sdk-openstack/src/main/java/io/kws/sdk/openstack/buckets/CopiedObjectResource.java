package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.util.Optional;

/**
 * A copy that the service makes of an object or a segment by itself.
 *
 * @param containers where
 * @param source what is copied
 * @param target where the copy is to be
 */
record CopiedObjectResource(SwiftContainers containers, Segment source, ObjectResource.Target target)
        implements Resource<Segment> {
    /** Returns a request that copies. */
    static Request put(Segment source, String container, String name) {
        return copying(SwiftContainers.request("PUT", container, name), source);
    }

    static Request copying(Request put, Segment source) {
        return put.header(
                "X-Copy-From",
                SwiftContainers.request("GET", source.container(), source.name())
                        .path());
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.OBJECT;
    }

    @Override
    public String name() {
        return target.container() + "/" + target.name();
    }

    @Override
    public Segment create() {
        // The answer comes once the service has copied all, which may take longer than other answers.
        Reply reply = containers.client().upload(target.put(), Content.of(new byte[0]), TransferListener.NONE);
        if (!isCopy(reply)) {
            containers.delete(target.container(), target.name());
            throw new ServiceFailureException("the copy is not what was copied; it was removed");
        }
        return made();
    }

    private boolean isCopy(Reply reply) {
        return source.md5().isEmpty()
                || ObjectHeaders.unquoted(reply.header("ETag")).equals(source.md5());
    }

    private Segment made() {
        target.state().stands();
        return new Segment(target.container(), target.name(), source.bytes(), source.md5());
    }

    @Override
    public Optional<Segment> find() {
        return containers
                .head(target.container(), target.name())
                .filter(reply -> isCopy(reply) && !target.state().isFormer(reply))
                .map(reply -> made());
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
