package io.kws.sdk.driver.values;

import io.kws.sdk.buckets.ObjectChange;
import io.kws.sdk.buckets.StoredObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Applies changes to objects. */
public final class ChangedObject {
    private ChangedObject() {}

    /**
     * Returns an object as it is after a change.
     *
     * @param before the object as it is
     * @param change the change
     * @param now the moment of the change
     * @return the object after it
     */
    public static StoredObject of(StoredObject before, ObjectChange change, Instant now) {
        Map<String, String> metadata = new LinkedHashMap<>(change.clearsMetadata() ? Map.of() : before.metadata());
        metadata.putAll(change.metadata());
        Optional<Instant> expires = change.expiresAfter()
                .map(after -> now.plus(after).truncatedTo(ChronoUnit.SECONDS))
                .or(() -> change.isPermanent() ? Optional.empty() : before.expires());
        return StoredObjectValue.builder()
                .from(before)
                .metadata(metadata)
                .contentType(change.contentType().orElse(before.contentType()))
                .expires(expires)
                .build();
    }
}
