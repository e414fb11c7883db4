package io.kws.sdk.k8s.objects;

import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels by which the objects of one rental, and the Pods of one version, are found. */
public final class Labels {
    /** On everything that is created for a rental: its ID. */
    public static final String RENTAL = "kws.rental";

    /** On the Pods of one version of an app: the version's ID. */
    public static final String REVISION = "kws.revision";

    private Labels() {}

    /**
     * Returns the labels of everything that is created for an app or IDE.
     *
     * @param rental its rental
     * @param name its name
     * @param further the user's own labels; the SDK's win
     * @return the labels
     */
    public static Map<String, String> of(RentalId rental, String name, Map<String, String> further) {
        Map<String, String> labels = new LinkedHashMap<>(further);
        labels.put("app.kubernetes.io/name", name);
        labels.put("app.kubernetes.io/managed-by", "kws-sdk");
        labels.put(RENTAL, rental.value());
        return labels;
    }

    /**
     * Returns the selector of everything that was created for a rental.
     *
     * @param rental the rental's ID
     * @return the value of {@code labelSelector}
     */
    public static String selector(String rental) {
        return ClusterClient.selector(Map.of(RENTAL, rental));
    }

    /**
     * Returns the selector of the Pods of one version.
     *
     * @param rental the rental's ID
     * @param revision the version's ID
     * @return the value of {@code labelSelector}
     */
    public static String selector(String rental, String revision) {
        return ClusterClient.selector(Map.of(RENTAL, rental, REVISION, revision));
    }

    /** {@return a new ID of a version} */
    public static String newRevision() {
        return RentalId.random().value();
    }

    /** {@return the current time as annotations hold it, in whole seconds} */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
