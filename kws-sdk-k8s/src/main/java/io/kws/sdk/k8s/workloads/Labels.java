package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.rentals.RentalId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels by which what belongs together is found. */
public final class Labels {
    /** On all that is made for a rental: its ID. */
    public static final String RENTAL = "kws.rental";

    /** On the Pods of one version of an app: the version's ID. */
    public static final String REVISION = "kws.revision";

    private Labels() {}

    /** Returns the labels of all that is made for an app; the SDK's own win. */
    static Map<String, String> of(RentalId rental, String name, Map<String, String> further) {
        Map<String, String> labels = new LinkedHashMap<>(further);
        labels.put("app.kubernetes.io/name", name);
        labels.put("app.kubernetes.io/managed-by", "kws-sdk");
        labels.put(RENTAL, rental.value());
        return labels;
    }

    /** Returns a query for what is made for a rental. */
    static String selector(RentalId rental) {
        return ClusterClient.selector(Map.of(RENTAL, rental.value()));
    }

    /** Tells whether an object was made for a rental. */
    public static boolean isOf(JsonNode object, RentalId rental) {
        return get(object, RENTAL).equals(rental.value());
    }

    /** Returns a query for the Pods of a version. */
    static String selector(RentalId rental, String revision) {
        return ClusterClient.selector(Map.of(RENTAL, rental.value(), REVISION, revision));
    }

    /**
     * Returns a label of an object.
     *
     * @param object the object
     * @param key the label's key
     * @return its value; empty if it has none of that key
     */
    public static String get(JsonNode object, String key) {
        return object.path("metadata").path("labels").path(key).asText("");
    }

    /** Returns the version that a Deployment is to be in. */
    public static String revision(JsonNode deployment) {
        return get(deployment.path("spec").path("template"), REVISION);
    }

    /** Returns a new ID of a version. */
    public static String newRevision() {
        return RentalId.random().value();
    }
}
