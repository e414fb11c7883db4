package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.util.Optional;

/** A copy of an object or a segment, made by the service itself. */
final class CopiedObjectResource extends TargetResource {
    private final Segment source;

    CopiedObjectResource(SwiftContainers containers, Segment source, ObjectTarget target) {
        super(containers, target);
        this.source = source;
    }

    static Request copying(Request put, Segment source) {
        return put.header(
                "X-Copy-From",
                SwiftContainers.request("GET", source.container(), source.name())
                        .path());
    }

    @Override
    public Segment create() {
        // The service answers once it has copied everything, which may take longer than other answers.
        Reply reply = containers.client().upload(target.put(), Content.of(new byte[0]), TransferListener.NONE);
        if (!isCopy(reply)) {
            containers.delete(target.container(), target.name());
            throw new ServiceFailureException(
                    "the copy differs from the source and was deleted: MD5 %s instead of %s; copy the object again"
                            .formatted(ObjectHeaders.etag(reply), source.md5()));
        }
        return stored(source.bytes(), source.md5());
    }

    private boolean isCopy(Reply reply) {
        return source.md5().isEmpty() || ObjectHeaders.etag(reply).equals(source.md5());
    }

    @Override
    public Optional<Segment> find() {
        return containers
                .head(target.container(), target.name())
                .filter(reply -> isCopy(reply) && !target.state().isPrevious(reply))
                .map(reply -> stored(source.bytes(), source.md5()));
    }
}
