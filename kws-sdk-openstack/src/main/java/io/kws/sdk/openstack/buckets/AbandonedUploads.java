package io.kws.sdk.openstack.buckets;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds segments of large objects that were never completed; a marker shows which upload they belong to. */
public final class AbandonedUploads implements OrphanFinder {
    /** How long an upload may go without a new segment: segments may be large, and their source slow. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

    private final SwiftContainers containers;
    private final BulkPurge purge;

    /**
     * Makes access to the abandoned uploads of a node.
     *
     * @param client the node
     */
    public AbandonedUploads(OpenStackClient client) {
        this.containers = new SwiftContainers(client);
        this.purge = new BulkPurge(containers, new SwiftCapabilities(client));
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.OBJECT;
    }

    @Override
    public List<Orphan> orphans(Set<String> living) {
        return segmentContainers().stream()
                .flatMap(
                        container -> uploads(container).stream().flatMap(upload -> orphans(container, upload).stream()))
                .toList();
    }

    private List<String> segmentContainers() {
        return containers.names().stream().filter(SwiftNames::isForSegments).toList();
    }

    private List<RentalId> uploads(String container) {
        return list(container, UploadMarker.FOLDER).stream()
                .map(marker -> marker.path("name").asText().substring(UploadMarker.FOLDER.length()))
                .flatMap(name -> RentalTags.rentalIn(name).stream())
                .toList();
    }

    private List<JsonNode> list(String container, String prefix) {
        try {
            return containers.all(SwiftContainers.request("GET", container).query("prefix", prefix));
        } catch (NotFoundException e) {
            return List.of(); // deleted since
        }
    }

    /** Returns the marker and each segment: while new segments arrive, the upload is not abandoned. */
    private List<Orphan> orphans(String container, RentalId upload) {
        return Stored.of(this, container, upload).all().stream()
                .map(json -> new Orphan(
                        upload,
                        ResourceKind.OBJECT,
                        container + "/" + json.path("name").asText(),
                        Json.time(json.path("last_modified"))
                                .map(modified -> modified.plus(LONGEST_SILENCE))
                                .orElse(Instant.MAX))) // no time counts as new
                .toList();
    }

    /**
     * The stored parts of an upload.
     *
     * @param object the name of the object; empty if the marker does not exist any more
     * @param marker the marker
     * @param segments the segments
     */
    private record Stored(Optional<String> object, List<JsonNode> marker, List<JsonNode> segments) {
        static Stored of(AbandonedUploads uploads, String container, RentalId upload) {
            Optional<String> object = UploadMarker.read(uploads.containers, container, upload);
            return new Stored(
                    object,
                    uploads.list(container, UploadMarker.name(upload)),
                    object.map(name -> uploads.list(container, StoreLargeObject.prefix(name, upload)))
                            .orElse(List.of()));
        }

        List<JsonNode> all() {
            List<JsonNode> all = new ArrayList<>(marker);
            all.addAll(segments);
            return all;
        }

        List<String> segmentNames() {
            return segments.stream().map(json -> json.path("name").asText()).toList();
        }
    }

    /** Deletes the marker last, so that a deletion that fails half way can be repeated. */
    @Override
    public Receipt endRest(RentalId rental) {
        List<ReceiptEntry> deleted = new ArrayList<>();
        for (String container : segmentContainers()) {
            Stored stored = Stored.of(this, container, rental);
            List<String> segments = stored.segmentNames();
            if (!segments.isEmpty() && !isUsed(container, stored.object().orElseThrow(), segments)) {
                purge.delete(container, segments);
                String name = container + "/" + segments.get(0) + " and " + (segments.size() - 1) + " more";
                deleted.add(new ReceiptEntry(ResourceKind.OBJECT, name, "", Outcome.DELETED, ""));
            }
            if (containers.delete(container, UploadMarker.name(rental))) {
                String name = container + "/" + UploadMarker.name(rental);
                deleted.add(new ReceiptEntry(ResourceKind.OBJECT, name, "", Outcome.DELETED, ""));
            }
        }
        return new Receipt(deleted);
    }

    /** Tells whether the object is stored: a program may be killed between storing it and deleting the marker. */
    private boolean isUsed(String container, String object, List<String> segments) {
        return PreviousObject.of(containers, SwiftNames.bucketOf(container), object).segmentNames().stream()
                .anyMatch(segments::contains);
    }
}
