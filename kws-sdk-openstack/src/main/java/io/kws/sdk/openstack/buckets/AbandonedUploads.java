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

/** Segments of large objects that never came to be; a mark tells whose they are. */
public final class AbandonedUploads implements OrphanFinder {
    /** How long an upload may show no sign of life: a segment may be large, and its source slow. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

    private final SwiftContainers containers;
    private final BulkPurge purge;

    /**
     * Makes those of a node.
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
        return places().stream()
                .flatMap(container -> marks(container).stream().flatMap(mark -> parts(container, mark).stream()))
                .toList();
    }

    private List<String> places() {
        return containers.names().stream().filter(SwiftNames::isForSegments).toList();
    }

    private List<RentalId> marks(String container) {
        return list(container, UploadMarker.FOLDER).stream()
                .map(mark -> mark.path("name").asText().substring(UploadMarker.FOLDER.length()))
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

    /** The mark, and each segment: as long as new ones come, the upload lives. */
    private List<Orphan> parts(String container, RentalId upload) {
        return Stored.of(this, container, upload).all().stream()
                .map(json -> new Orphan(
                        upload,
                        ResourceKind.OBJECT,
                        container + "/" + json.path("name").asText(),
                        Json.time(json.path("last_modified"))
                                .map(seen -> seen.plus(LONGEST_SILENCE))
                                .orElse(Instant.MAX))) // for new
                .toList();
    }

    /**
     * What there is of an upload.
     *
     * @param object what was being stored; nothing if that is not known any more
     * @param mark the mark
     * @param segments the segments
     */
    private record Stored(Optional<String> object, List<JsonNode> mark, List<JsonNode> segments) {
        static Stored of(AbandonedUploads uploads, String container, RentalId upload) {
            Optional<String> object = UploadMarker.read(uploads.containers, container, upload);
            return new Stored(
                    object,
                    uploads.list(container, UploadMarker.name(upload)),
                    object.map(name -> uploads.list(container, StoreLargeObject.prefix(name, upload)))
                            .orElse(List.of()));
        }

        List<JsonNode> all() {
            List<JsonNode> all = new ArrayList<>(mark);
            all.addAll(segments);
            return all;
        }

        List<String> segmentNames() {
            return segments.stream().map(json -> json.path("name").asText()).toList();
        }
    }

    /** The mark goes last, so that what fails half way can be repeated. */
    @Override
    public Receipt endRest(RentalId rental) {
        List<ReceiptEntry> deleted = new ArrayList<>();
        for (String container : places()) {
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

    /** A program may die after the object has come to be, and before it has removed the mark. */
    private boolean isUsed(String container, String object, List<String> segments) {
        return PreviousObject.of(containers, SwiftNames.bucketOf(container), object).segmentNames().stream()
                .anyMatch(segments::contains);
    }
}
