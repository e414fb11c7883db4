package io.kws.sdk.k8s.workloads;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.operations.PollInterval;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What tells a request made twice, which has one rental ID and says the same, from two for one name.
 *
 * @param node where
 * @param workload what is asked for
 * @param place where it is to live
 * @param request the digest of what is asked for, which stands on what was made of it
 */
record DuplicateRequest(WorkloadContext node, Workload workload, WorkloadLocation place, String request) {
    /** On Deployments and claims: the digest of the request that they were made by. */
    static final String REQUEST = "kws.request";

    private static final PollInterval PACE = new PollInterval(Duration.ofMillis(100), 0.2, Duration.ofSeconds(1));

    /**
     * Returns the Deployment that this request has made already, if it has.
     *
     * @throws ConflictException if the name is taken by anything else
     * @throws AlreadyRentedException if it is rented
     */
    Optional<JsonNode> find() {
        Optional<JsonNode> there =
                node.client().find(Request.get(ApiResource.DEPLOYMENTS, place.namespace(), spec().name()));
        there.ifPresent(this::requireSame);
        return there;
    }

    private AppSpec spec() {
        return workload.spec();
    }

    private void requireSame(JsonNode there) {
        if (there.path("metadata").has("deletionTimestamp")) {
            throw taken(
                    there,
                    "%s of that name, which is being deleted; wait, or take another name".formatted(what(there)));
        }
        if (!isOfRequest(there)) {
            throw taken(there, "%s of that name already; %s".formatted(what(there), advice(there)));
        }
        boolean isSame = annotation(there).equals(request) && secrets(there).equals(secrets());
        if (!isSame) {
            throw taken(
                    there,
                    "%s of that name and rental already, but it was asked for otherwise; %s"
                            .formatted(what(there), advice(there)));
        }
    }

    /** What a workspace belongs to goes on in another rental than that of the request. */
    private boolean isOfRequest(JsonNode there) {
        return Labels.isOf(there, spec().rentalId()) || annotation(there).equals(request);
    }

    private KwsException taken(JsonNode there, String how) {
        String reason = "the namespace \"%s\" has %s".formatted(place.namespace(), how);
        return Labels.get(there, Labels.RENTAL).isEmpty()
                ? new ConflictException(reason)
                : new AlreadyRentedException(reason);
    }

    private static String what(JsonNode there) {
        String rental = Labels.get(there, Labels.RENTAL);
        return rental.isEmpty()
                ? "a Deployment"
                : "an %s (rental %s)".formatted(WorkloadKind.of(there).noun(), rental);
    }

    private static String advice(JsonNode there) {
        return Labels.get(there, Labels.RENTAL).isEmpty()
                ? "take another name"
                : WorkloadKind.of(there).advice();
    }

    private static String annotation(JsonNode there) {
        return there.path("metadata").path("annotations").path(REQUEST).asText("");
    }

    private Map<String, String> secrets() {
        Map<String, String> clear = new HashMap<>();
        spec().secrets().forEach((name, value) -> clear.put(name, encoded(value.reveal())));
        return clear;
    }

    private Map<String, String> secrets(JsonNode there) {
        String name = TemplateEdit.secretName(there);
        return name.isEmpty()
                ? Map.of()
                : node.client()
                        .find(Request.get(ApiResource.SECRETS, place.namespace(), name))
                        .map(secret -> Json.texts(secret.path("data")))
                        .orElse(Map.of());
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * Tells whether another run of this request has made the claim of its storage, or taken it up.
     *
     * @param formerRun the run whose mark was on it before
     */
    boolean isUnderWay(String formerRun) {
        String name = workload.store().claimName(spec().name());
        return node.client()
                .find(Request.get(ApiResource.PERSISTENT_VOLUME_CLAIMS, place.namespace(), name))
                .filter(this::isOfRequest)
                .filter(claim -> !StorageClaim.run(claim).equals(formerRun))
                .isPresent();
    }

    /**
     * Waits for the Deployment that another run of this request is about to make.
     *
     * @param formerRun the run whose mark is on the claim again if the other gives up
     * @throws AlreadyRentedException if the other gives up
     */
    JsonNode await(String formerRun) {
        return new Waiting(PACE)
                .until(
                        () -> find().or(() -> requireUnderWay(formerRun)),
                        Optional::isPresent,
                        nothing -> "another call was about to do the same")
                .orElseThrow();
    }

    private Optional<JsonNode> requireUnderWay(String formerRun) {
        if (!isUnderWay(formerRun)) {
            throw givenUp();
        }
        return Optional.empty();
    }

    /** Returns the error of whoever has waited for a run of this request in vain. */
    static AlreadyRentedException givenUp() {
        return new AlreadyRentedException("another call was about to do the same, but has given up; try again");
    }
}
