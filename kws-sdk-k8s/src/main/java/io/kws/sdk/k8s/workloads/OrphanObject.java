package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * An object that may be left of a rental.
 *
 * @param api what it is
 * @param object the whole object
 */
record OrphanObject(ApiResource api, JsonNode object) {
    /** On storage: when a sweep saw it without its Deployment. */
    private static final String ABANDONED_AT = "kws.abandoned-at";

    /** After it, the storage may have been used again, and been abandoned anew. */
    private static final Duration NOTED_FOR = Duration.ofDays(30);

    String rental() {
        return Labels.get(object, Labels.RENTAL);
    }

    String id() {
        return Pods.namespace(object) + "/" + Pods.name(object);
    }

    /** Returns since when it may be left; the end of time if that is not known. */
    Instant since() {
        return noted().or(() -> Json.time(object.path("metadata").path("creationTimestamp")))
                .orElse(Instant.MAX);
    }

    /** Tells whether it is storage of which no sweep has seen for some time before a moment that it is left. */
    boolean isToBeNoted(Instant before) {
        return api == ApiResource.PERSISTENT_VOLUME_CLAIMS
                && noted().filter(at -> at.isAfter(before.minus(NOTED_FOR))).isEmpty();
    }

    private Optional<Instant> noted() {
        return Json.time(object.path("metadata").path("annotations").path(ABANDONED_AT));
    }

    /** Returns what notes that it is left, from now on. */
    Request note() {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return Request.merge(api, id(), Map.of("metadata", Map.of("annotations", Map.of(ABANDONED_AT, now))));
    }
}
