package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;

/**
 * A claim of storage (v1 PersistentVolumeClaim) as one use case wants it. Immutable.
 *
 * @param client where
 * @param wanted the whole object
 */
public record StorageClaim(ClusterClient client, JsonNode wanted) {
    /** On each claim: which use case made it, or took it up, last. Two of one rental may be under way at once. */
    public static final String RUN = "kws.run";

    /** On each claim: the request by which it was made, or taken up, last. */
    public static final String REQUEST = DuplicateRequest.REQUEST;

    /** {@return the namespace} */
    public String namespace() {
        return Pods.namespace(wanted);
    }

    /** {@return the name} */
    public String name() {
        return Pods.name(wanted);
    }

    /** {@return what is there of that name} */
    public Optional<JsonNode> present() {
        return client.find(Request.get(ApiResource.PERSISTENT_VOLUME_CLAIMS, namespace(), name()));
    }

    /**
     * Fails if the cluster offers no such storage, as far as the credentials may know.
     *
     * @throws io.kws.sdk.errors.NotFoundException if it has no such storage class, or no default one, and no fitting volume
     */
    public void requireOffer() {
        new AvailableStorage(client).require(this);
    }

    /**
     * Tells whether this very use case has made an object, or taken it up, and nobody since.
     *
     * @param object a claim that is there
     * @return whether it is ours
     */
    public boolean isOurs(JsonNode object) {
        return run(object).equals(run(wanted));
    }

    /**
     * Returns which use case made a claim, or took it up, last.
     *
     * @param claim the claim
     * @return its ID; empty if none of the SDK's has
     */
    public static String run(JsonNode claim) {
        return claim.path("metadata").path("annotations").path(RUN).asText("");
    }

    /** {@return the rental that what is made belongs to, if the claim is new} */
    public Rental rental() {
        return RentalTags.read(Json.texts(wanted.path("metadata").path("annotations")))
                .orElseThrow();
    }

    /**
     * Tells whether this very request has made an object, or taken it up, last.
     *
     * @param object a claim that is there
     * @return whether it is for the same
     */
    public boolean isOfSameRequest(JsonNode object) {
        return request(object).equals(request(wanted));
    }

    private static String request(JsonNode claim) {
        return claim.path("metadata").path("annotations").path(REQUEST).asText("");
    }

    /** {@return the claim as one that must not be there yet, and that goes when what it is for fails} */
    public Resource<JsonNode> asNew() {
        return new NewStorageClaim(this);
    }
}
