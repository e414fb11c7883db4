package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.StorageClaim;
import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the marks of a workspace that an open takes up. Its rental goes on: a term that would end it later is taken
 * for its extension, and that a sweep has stopped it is forgotten. One without a rental begins that of the open.
 *
 * @param workspace the workspace's claim as it is
 * @param claim what the open claims
 */
record WorkspaceReuse(JsonNode workspace, StorageClaim claim) {
    /**
     * Fails if the rental is over, as the next sweep would take the IDE away with all its files.
     *
     * @throws ConflictException if it is, and neither a term nor a protection lets it last, or if it cannot be read
     */
    void requireLasting() {
        Instant now = claim.rental().start();
        Optional<Rental> over = former().filter(
                        former -> former.end().filter(end -> !end.isAfter(now)).isPresent());
        boolean hasTerm = claim.rental().end().isPresent();
        boolean isProtected = RentalTags.protectedUntil(Workspaces.annotations(workspace))
                .filter(now::isBefore)
                .isPresent();
        if (over.isPresent() && !hasTerm && !isProtected) {
            throw new ConflictException(
                    "the rental %s, to which its workspace belongs, ended at %s; extend it, or give the IDE a term"
                            .formatted(over.get().id(), over.get().end().orElseThrow()));
        }
    }

    /** Another's rental is not overwritten because it cannot be read. */
    private Optional<Rental> former() {
        Map<String, String> tags = Workspaces.annotations(workspace);
        Optional<Rental> former = RentalTags.read(tags);
        if (former.isEmpty() && RentalTags.isRental(tags)) {
            throw new ConflictException(
                    "its workspace belongs to the rental \"%s\", whose annotations on the claim \"%s\" cannot be read; correct them"
                            .formatted(RentalTags.id(tags), claim.name()));
        }
        return former;
    }

    /** Returns the workspace with its marks from then on. */
    JsonNode wanted() {
        ObjectNode wanted = workspace.deepCopy();
        Optional<Rental> former = former();
        if (former.isEmpty()) {
            SdkAnnotations.copy(claim.wanted(), wanted);
            return wanted;
        }
        ObjectNode annotations = wanted.withObject("/metadata/annotations");
        Map<String, String> claimed = Workspaces.annotations(claim.wanted());
        List.of(StorageClaim.RUN, StorageClaim.REQUEST).forEach(key -> annotations.put(key, claimed.get(key)));
        annotations.remove(RentalTags.stopped(Instant.EPOCH).keySet());
        laterEnd(former.get()).map(RentalTags::ending).ifPresent(tags -> tags.forEach(annotations::put));
        wanted.withObject("/metadata/labels")
                .put(Labels.RENTAL, former.get().id().value());
        return wanted;
    }

    /** One without an end has none later. */
    private Optional<Instant> laterEnd(Rental former) {
        return claim.rental()
                .end()
                .filter(end -> former.end().filter(end::isAfter).isPresent());
    }
}
