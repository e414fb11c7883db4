package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.util.Map;
import java.util.Optional;

/**
 * Says that a large object is being stored, beside its segments and before them; it holds the object's name.
 *
 * @param containers where
 * @param container the container of the segments
 * @param upload which upload
 * @param target the object, whose state tells whether the mark is still needed
 */
record UploadMarker(SwiftContainers containers, String container, RentalId upload, ObjectResource.Target target)
        implements Resource<String> {
    /** Where marks are; first among the names, and no object of the SDK's is there. */
    static final String FOLDER = ".kws-uploads/";

    private static final String OBJECT = "object";

    static String name(RentalId upload) {
        return FOLDER + RentalTags.name(upload);
    }

    /** Reads which object was being stored, if the mark is there. */
    static Optional<String> read(SwiftContainers containers, String container, RentalId upload) {
        return containers
                .get(container, name(upload))
                .map(reply -> reply.json().path(OBJECT).asText())
                .filter(object -> !object.isEmpty());
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.OBJECT;
    }

    @Override
    public String name() {
        return container + "/" + name(upload);
    }

    @Override
    public String create() {
        containers
                .client()
                .upload(
                        SwiftContainers.request("PUT", container, name(upload))
                                .header("Content-Type", "application/json"),
                        Content.of(Json.bytes(Json.of(Map.of(OBJECT, target.name())))),
                        TransferListener.NONE);
        return name(upload);
    }

    @Override
    public Optional<String> find() {
        return containers.head(container, name(upload)).map(reply -> name(upload));
    }

    @Override
    public String id(String made) {
        return "";
    }

    /** It stays while there are segments, which nobody could find without it. */
    @Override
    public void delete(String made) {
        target.state().requireUnused();
        Request segments = SwiftContainers.request("GET", container)
                .query("prefix", StoreLargeObject.prefix(target.name(), upload));
        if (!containers.page(segments, 1).isEmpty()) {
            throw new ConflictException("segments of its upload are left");
        }
        containers.delete(container, made);
    }
}
