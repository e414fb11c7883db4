package io.kws.sdk.k8s.rentals;

import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An object that may be left of a rental.
 *
 * @param kind its kind
 * @param object the whole object
 */
record OrphanObject(ManagedKind kind, KubeObject object) {
    /** On storage: when a sweep first saw it without its Deployment. */
    private static final String ABANDONED_AT = "kws.abandoned-at";

    /** An older note does not count: the storage may have been used again since, and abandoned again. */
    private static final Duration NOTED_FOR = Duration.ofDays(30);

    String rental() {
        return object.rental();
    }

    String id() {
        return object.id();
    }

    boolean isStorage() {
        return kind.lifetime() == ManagedKind.Lifetime.STORAGE;
    }

    /** Returns since when it may be abandoned; the end of time if that is not known. */
    Instant since() {
        return noted().or(object::created).orElse(Instant.MAX);
    }

    /** Returns whether it is storage that no sweep has noted as abandoned shortly before a time. */
    boolean isToBeNoted(Instant before) {
        return isStorage()
                && noted().filter(at -> at.isAfter(before.minus(NOTED_FOR))).isEmpty();
    }

    private Optional<Instant> noted() {
        return object.timeAnnotation(ABANDONED_AT);
    }

    /** Notes on it that it is abandoned from now on. */
    void note(ObjectClient objects) {
        objects.annotate(ObjectRef.to(kind, object), Map.of(ABANDONED_AT, Labels.now()));
    }
}
