package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.storage.StorageClaim;
import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what happens to the rental of a workspace that an open reuses. It continues: a term that would end it later extends
 * it, and it counts as stopped no more. A workspace without a rental begins that of the open.
 *
 * @param workspace the workspace's claim as it is
 * @param claim what the open claims
 */
record WorkspaceReuse(KubeObject workspace, StorageClaim claim) {
    /**
     * Fails if the rental has ended, as the next sweep would delete the IDE with all its files.
     *
     * @throws ConflictException if it has, and neither a term nor a protection makes it last, or if it cannot be read
     */
    void requireLasting() {
        Instant now = claim.rental().start();
        Optional<Rental> ended = rental().filter(
                        rental -> rental.end().filter(end -> !end.isAfter(now)).isPresent());
        boolean hasTerm = claim.rental().end().isPresent();
        boolean isProtected = RentalTags.protectedUntil(workspace.annotations())
                .filter(now::isBefore)
                .isPresent();
        if (ended.isPresent() && !hasTerm && !isProtected) {
            throw new ConflictException(
                    "the rental %s, to which its workspace belongs, ended at %s; extend it, or give the IDE a term"
                            .formatted(ended.get().id(), ended.get().end().orElseThrow()));
        }
    }

    /** Returns the workspace's rental, if it has one; one that cannot be read is not overwritten. */
    private Optional<Rental> rental() {
        Map<String, String> tags = workspace.annotations();
        Optional<Rental> rental = RentalTags.read(tags);
        if (rental.isEmpty() && RentalTags.isRental(tags)) {
            throw new ConflictException(
                    "its workspace belongs to the rental \"%s\", whose annotations on the claim \"%s\" cannot be read; correct them"
                            .formatted(RentalTags.id(tags), claim.ref().name()));
        }
        return rental;
    }

    /** Returns the workspace with its labels and annotations from then on. */
    KubeObject wanted() {
        ObjectNode wanted = workspace.copy();
        Optional<Rental> rental = rental();
        if (rental.isEmpty()) {
            SdkAnnotations.copy(claim.wanted(), wanted);
            return new KubeObject(wanted);
        }
        ObjectNode annotations = wanted.withObject("/metadata/annotations");
        List.of(StorageClaim.RUN, StorageClaim.REQUEST)
                .forEach(key -> annotations.put(key, claim.wanted().annotation(key)));
        annotations.remove(RentalTags.stopped(Instant.EPOCH).keySet());
        laterEnd(rental.get()).map(RentalTags::ending).ifPresent(tags -> tags.forEach(annotations::put));
        wanted.withObject("/metadata/labels")
                .put(Labels.RENTAL, rental.get().id().value());
        return new KubeObject(wanted);
    }

    /** Returns the end of the term, if it is later than the rental's; a rental without an end keeps none. */
    private Optional<Instant> laterEnd(Rental rental) {
        return claim.rental()
                .end()
                .filter(end -> rental.end().filter(end::isAfter).isPresent());
    }
}
