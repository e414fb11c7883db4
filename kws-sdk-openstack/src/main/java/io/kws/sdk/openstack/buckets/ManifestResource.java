package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.util.List;
import java.util.Optional;

/** The manifest of a large object; storing it creates the object. */
final class ManifestResource extends TargetResource {
    private final List<Segment> segments;
    private final String etag;

    ManifestResource(SwiftContainers containers, ObjectTarget target, List<Segment> segments) {
        super(containers, target);
        this.segments = segments;
        this.etag = Segment.etag(segments);
    }

    /** Swift compares the checksum with those of the stored segments. */
    @Override
    public Segment create() {
        target.state().manifestSent();
        try {
            containers
                    .client()
                    .upload(
                            target.put().query("multipart-manifest", "put").header("ETag", etag),
                            Content.of(Json.bytes(Segment.manifest(segments))),
                            TransferListener.NONE);
        } catch (KwsException e) {
            if (!ErrorDetails.isAnswerMissing(e)) {
                target.state().manifestAbsent();
            }
            throw e;
        }
        return stored();
    }

    private Segment stored() {
        return stored(segments.stream().mapToLong(Segment::bytes).sum(), etag);
    }

    @Override
    public Optional<Segment> find() {
        Optional<Segment> found = containers
                .head(target.container(), target.name())
                .filter(reply -> ObjectHeaders.etag(reply).equals(etag))
                .map(reply -> stored());
        if (found.isEmpty()) {
            target.state().manifestAbsent();
        }
        return found;
    }

    @Override
    public void delete(Segment stored) {
        super.delete(stored);
        target.state().manifestAbsent();
    }
}
