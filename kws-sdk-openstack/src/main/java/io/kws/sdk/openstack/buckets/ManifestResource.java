package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.util.List;
import java.util.Optional;

/**
 * The description of a large object, with which it comes to be.
 *
 * @param containers where
 * @param target where it is to be
 * @param segments its segments
 */
record ManifestResource(SwiftContainers containers, ObjectResource.Target target, List<Segment> segments)
        implements Resource<Segment> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.OBJECT;
    }

    @Override
    public String name() {
        return target.container() + "/" + target.name();
    }

    /** The service compares the checksum with those of the segments that it has. */
    @Override
    public Segment create() {
        target.state().described();
        try {
            put();
        } catch (KwsException e) {
            if (!ErrorDetails.isAnswerMissing(e)) {
                target.state().notDescribed();
            }
            throw e;
        }
        return made();
    }

    private void put() {
        containers
                .client()
                .upload(
                        target.put().query("multipart-manifest", "put").header("ETag", Segment.etag(segments)),
                        Content.of(Json.bytes(Segment.describe(segments))),
                        TransferListener.NONE);
    }

    private Segment made() {
        target.state().stands();
        long bytes = segments.stream().mapToLong(Segment::bytes).sum();
        return new Segment(target.container(), target.name(), bytes, Segment.etag(segments));
    }

    @Override
    public Optional<Segment> find() {
        Optional<Segment> found = containers
                .head(target.container(), target.name())
                .filter(reply -> ObjectHeaders.unquoted(reply.header("ETag")).equals(Segment.etag(segments)))
                .map(reply -> made());
        if (found.isEmpty()) {
            target.state().notDescribed();
        }
        return found;
    }

    @Override
    public String id(Segment made) {
        return "";
    }

    @Override
    public void delete(Segment made) {
        target.state().requireUndoable();
        containers.delete(target.container(), target.name());
        target.state().notDescribed();
    }
}
