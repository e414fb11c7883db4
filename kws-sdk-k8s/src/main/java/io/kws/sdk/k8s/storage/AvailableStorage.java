package io.kws.sdk.k8s.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.text.NearestName;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.Amounts;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.objects.ObjectRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The storage that a cluster offers: new volumes by its classes (storage.k8s.io/v1 StorageClass), and existing volumes
 * created by an administrator, whose class need not exist (v1 PersistentVolume).
 *
 * @param objects the cluster's objects
 */
record AvailableStorage(ObjectClient objects) {
    private static final List<String> DEFAULT_CLASS =
            List.of("storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class");

    private static final Set<String> UNUSABLE = Set.of("Released", "Failed");

    /**
     * Fails if a claim can never be bound, as far as the credentials can see.
     *
     * @throws NotFoundException if its storage class does not exist, or the default one, and no free volume fits either
     */
    void require(StorageClaim claim) {
        String name = claim.wanted().spec().path("storageClassName").asText("");
        ObjectClient.ifAllowed(() -> {
            List<KubeObject> classes = objects.list(ObjectQuery.of(ApiResource.STORAGE_CLASSES, ""));
            boolean isOffered = classes.stream()
                    .anyMatch(each ->
                            name.isEmpty() ? isDefault(each) : each.name().equals(name));
            if (!isOffered && !hasVolume(claim, name)) {
                throw missing(
                        claim, name, classes.stream().map(KubeObject::name).toList());
            }
        });
    }

    private static boolean isDefault(KubeObject storageClass) {
        return DEFAULT_CLASS.stream()
                .anyMatch(key -> storageClass.annotation(key).equals("true"));
    }

    private boolean hasVolume(StorageClaim claim, String storageClass) {
        return objects.list(ObjectQuery.of(ApiResource.PERSISTENT_VOLUMES, "")).stream()
                .filter(volume ->
                        volume.spec().path("storageClassName").asText("").equals(storageClass))
                .anyMatch(volume -> isFree(volume, claim.ref())
                        && fits(volume.spec(), claim.wanted().spec()));
    }

    /** A volume may be reserved for the one claim. */
    private static boolean isFree(KubeObject volume, ObjectRef claim) {
        JsonNode user = volume.spec().path("claimRef");
        boolean isOurs = user.path("namespace").asText().equals(claim.namespace())
                && user.path("name").asText().equals(claim.name());
        boolean isUnusable = UNUSABLE.contains(volume.status().path("phase").asText(""));
        return (user.isMissingNode() || isOurs) && !isUnusable;
    }

    /** A size that cannot be read counts as large enough. */
    private static boolean fits(JsonNode volume, JsonNode wanted) {
        boolean isMountable = StreamSupport.stream(volume.path("accessModes").spliterator(), false)
                .anyMatch(mode -> mode.equals(wanted.path("accessModes").path(0)));
        Optional<BigDecimal> size = Amounts.read(volume.path("capacity").path("storage"));
        Optional<BigDecimal> needed = Amounts.read(request(wanted));
        boolean isSmaller = size.isPresent() && needed.isPresent() && size.get().compareTo(needed.get()) < 0;
        return isMountable && !isSmaller;
    }

    private static JsonNode request(JsonNode claim) {
        return claim.path("resources").path("requests").path("storage");
    }

    private static NotFoundException missing(StorageClaim claim, String name, List<String> classes) {
        String size = request(claim.wanted().spec()).asText();
        return name.isEmpty()
                ? new NotFoundException(
                        "the cluster has no default storage class, and no free volume of %s without a class; %s"
                                .formatted(
                                        size,
                                        classes.isEmpty()
                                                ? "ask its administrator for one of them"
                                                : "name a class" + NearestName.hint("", classes)))
                : new NotFoundException(
                        "the cluster has no storage class \"%s\", and no free volume of %s of that class%s"
                                .formatted(name, size, NearestName.hint(name, classes)));
    }
}
