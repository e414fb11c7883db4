package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds images whose upload sent no data because its program was killed. Glance itself resets those whose data broke off.
 */
public final class AbandonedImages implements OrphanFinder {
    private final OpenStackClient client;

    /**
     * Makes access to the abandoned images of a node.
     *
     * @param client the node
     */
    public AbandonedImages(OpenStackClient client) {
        this.client = client;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.IMAGE;
    }

    @Override
    public List<Orphan> orphans(Set<String> living) {
        return queued().stream().flatMap(AbandonedImages::orphans).toList();
    }

    private List<JsonNode> queued() {
        return client.list(
                Request.get(IMAGE, "images").query("status", "queued").query("owner", client.projectId()), "images");
    }

    private static Stream<Orphan> orphans(JsonNode image) {
        Instant updated = Json.time(image.path("updated_at")).orElse(Instant.MAX);
        return uploads(image).map(upload -> new Orphan(upload, ResourceKind.IMAGE, Json.text(image, "id"), updated));
    }

    private static Stream<RentalId> uploads(JsonNode image) {
        return StreamSupport.stream(image.path("tags").spliterator(), false)
                .flatMap(tag -> RentalTags.rentalIn(tag.asText()).stream());
    }

    @Override
    public Receipt endRest(RentalId rental) {
        List<ReceiptEntry> deleted = new ArrayList<>();
        for (JsonNode image : queued()) {
            if (uploads(image).anyMatch(rental::equals)) {
                String id = Json.text(image, "id");
                client.delete(IMAGE, "images", id);
                deleted.add(
                        new ReceiptEntry(ResourceKind.IMAGE, image.path("name").asText(), id, Outcome.DELETED, ""));
            }
        }
        return new Receipt(deleted);
    }
}
