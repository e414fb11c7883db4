package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.text.NearestName;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What storage a cluster gives: new volumes by its classes (storage.k8s.io/v1 StorageClass), and volumes that somebody has
 * made by hand, whose class need not be one (v1 PersistentVolume).
 *
 * @param client where
 */
record AvailableStorage(ClusterClient client) {
    private static final List<String> DEFAULT_CLASS =
            List.of("storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class");

    private static final Set<String> SPOILT = Set.of("Released", "Failed");

    /**
     * Fails if nobody will ever give the storage that a claim asks for, as far as the credentials may know.
     *
     * @throws NotFoundException if there is no such class, or no default one, and no volume either
     */
    void require(StorageClaim claim) {
        JsonNode wanted = claim.wanted().path("spec");
        String name = wanted.path("storageClassName").asText("");
        try {
            List<JsonNode> classes = client.list(Request.list(ApiResource.STORAGE_CLASSES, ""));
            boolean isOffered = classes.stream()
                    .anyMatch(each ->
                            name.isEmpty() ? isDefault(each) : Pods.name(each).equals(name));
            if (!isOffered && !hasVolume(claim, name)) {
                throw lacking(wanted, name, classes.stream().map(Pods::name).toList());
            }
        } catch (AccessDeniedException e) {
            return; // the cluster itself will tell
        }
    }

    private static boolean isDefault(JsonNode storageClass) {
        JsonNode annotations = storageClass.path("metadata").path("annotations");
        return DEFAULT_CLASS.stream()
                .anyMatch(key -> annotations.path(key).asText().equals("true"));
    }

    private boolean hasVolume(StorageClaim claim, String storageClass) {
        return client.list(Request.list(ApiResource.PERSISTENT_VOLUMES, "")).stream()
                .filter(volume ->
                        volume.path("spec").path("storageClassName").asText("").equals(storageClass))
                .anyMatch(volume -> isFree(volume, claim)
                        && fits(volume.path("spec"), claim.wanted().path("spec")));
    }

    /** A volume may be kept for the one claim. */
    private static boolean isFree(JsonNode volume, StorageClaim claim) {
        JsonNode user = volume.path("spec").path("claimRef");
        boolean isOurs = user.path("namespace").asText().equals(claim.namespace())
                && user.path("name").asText().equals(claim.name());
        boolean isSpoilt = SPOILT.contains(volume.path("status").path("phase").asText(""));
        return (user.isMissingNode() || isOurs) && !isSpoilt;
    }

    private static boolean fits(JsonNode volume, JsonNode wanted) {
        boolean isMountable = StreamSupport.stream(volume.path("accessModes").spliterator(), false)
                .anyMatch(mode -> mode.equals(wanted.path("accessModes").path(0)));
        try {
            return isMountable
                    && size(volume.path("capacity"))
                                    .compareTo(size(wanted.path("resources").path("requests")))
                            >= 0;
        } catch (QuantityFormatException e) {
            return true;
        }
    }

    private static BigDecimal size(JsonNode amounts) {
        return Quantity.fromString(amounts.path("storage").asText("0")).getNumber();
    }

    private static NotFoundException lacking(JsonNode wanted, String name, List<String> classes) {
        String size = wanted.path("resources").path("requests").path("storage").asText();
        return name.isEmpty()
                ? new NotFoundException(
                        "the cluster has no default storage class, and no free volume of %s without a class; %s"
                                .formatted(
                                        size,
                                        classes.isEmpty()
                                                ? "its administrator has to make one of them"
                                                : "name a class" + NearestName.hint("", classes)))
                : new NotFoundException(
                        "the cluster has no storage class \"%s\", and no free volume of %s of that class%s"
                                .formatted(name, size, NearestName.hint(name, classes)));
    }
}
