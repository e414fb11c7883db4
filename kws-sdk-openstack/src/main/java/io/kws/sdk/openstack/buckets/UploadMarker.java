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
 * Marks the upload of a large object, in the container of its segments and before them. It contains the object's name.
 *
 * @param containers the node's containers
 * @param container the container of the segments
 * @param upload the ID of the upload
 * @param target the target of the upload
 */
record UploadMarker(SwiftContainers containers, String container, RentalId upload, ObjectTarget target)
        implements Resource<String> {
    /** The folder of all markers; it sorts first, and contains nothing else. */
    static final String FOLDER = ".kws-uploads/";

    private static final String OBJECT = "object";

    static String name(RentalId upload) {
        return FOLDER + RentalTags.name(upload);
    }

    /** Returns the name of the object that was being stored, if the marker exists. */
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

    /** Refuses while segments exist, because nothing else would lead a sweep to them. */
    @Override
    public void delete(String made) {
        target.state().requireUnused();
        Request segments = SwiftContainers.request("GET", container)
                .query("prefix", StoreLargeObject.prefix(target.name(), upload));
        if (!containers.page(segments, 1).isEmpty()) {
            throw new ConflictException("segments of the upload are left; a sweep will delete them with the marker");
        }
        containers.delete(container, made);
    }
}
