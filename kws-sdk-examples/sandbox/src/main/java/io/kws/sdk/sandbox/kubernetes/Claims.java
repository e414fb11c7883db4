package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.Optional;

/** Gives claims of storage a volume: one that is there, or a new one by the class. */
final class Claims {
    static final String IN_USE = "kubernetes.io/pvc-protection";
    static final String VOLUME_IN_USE = "kubernetes.io/pv-protection";
    static final String PROVISIONER = "sandbox.kws.io/memory";

    private static final String COMPONENT = "persistentvolume-controller";

    private final Cluster cluster;
    private final Events events;

    Claims(Cluster cluster) {
        this.cluster = cluster;
        this.events = new Events(cluster);
    }

    /** An empty namespace means all. */
    void putInOrder(String namespace) {
        for (ObjectNode claim : cluster.store().list(Kind.PERSISTENT_VOLUME_CLAIMS, namespace)) {
            if (Meta.isGoing(claim)) {
                release(claim);
            } else if (claim.at("/status/phase").asText().equals("Pending")) {
                bind(claim);
            }
        }
        cluster.store().list(Kind.PERSISTENT_VOLUMES, "").forEach(this::free);
    }

    /** One that Pods use stays until they are gone. */
    private void release(ObjectNode claim) {
        boolean isUsed = cluster.store().list(Kind.PODS, Meta.namespace(claim)).stream()
                .anyMatch(pod -> uses(pod, Meta.name(claim)));
        if (!isUsed) {
            new Deletion(cluster).finish(Kind.PERSISTENT_VOLUME_CLAIMS, claim, IN_USE);
        }
    }

    private static boolean uses(JsonNode pod, String claim) {
        for (JsonNode volume : pod.at("/spec/volumes")) {
            if (volume.at("/persistentVolumeClaim/claimName").asText("").equals(claim)) {
                return true;
            }
        }
        return false;
    }

    private void bind(ObjectNode claim) {
        Optional<ObjectNode> volume = cluster.store().list(Kind.PERSISTENT_VOLUMES, "").stream()
                .filter(each -> each.at("/status/phase").asText().equals("Available"))
                .filter(each -> fits(each, claim))
                .findFirst()
                .or(() -> provide(claim));
        volume.ifPresent(found -> bind(claim, found));
    }

    private static boolean fits(JsonNode volume, JsonNode claim) {
        Quantity wanted =
                Quantity.read(claim.at("/spec/resources/requests/storage").asText("0"));
        Quantity size = Quantity.read(volume.at("/spec/capacity/storage").asText("0"));
        return className(volume).equals(className(claim)) && !wanted.isMoreThan(size);
    }

    private static String className(JsonNode object) {
        return object.at("/spec/storageClassName").asText("");
    }

    private Optional<ObjectNode> provide(ObjectNode claim) {
        String name = className(claim);
        if (name.isEmpty()) {
            note(
                    claim,
                    Events.NORMAL,
                    "FailedBinding",
                    "no persistent volumes available for this claim and no storage class is set");
            return Optional.empty();
        }
        Optional<ObjectNode> found = cluster.store().find(Kind.STORAGE_CLASSES, "", name);
        if (found.isEmpty()) {
            note(claim, Events.WARNING, "ProvisioningFailed", "storageclass.storage.k8s.io \"" + name + "\" not found");
            return Optional.empty();
        }
        ObjectNode volume = Cluster.named("", "pvc-" + Meta.uid(claim));
        ObjectNode spec = volume.putObject("spec").put("storageClassName", name);
        spec.put(
                "persistentVolumeReclaimPolicy",
                found.get().path("reclaimPolicy").asText());
        spec.putObject("capacity").set("storage", claim.at("/spec/resources/requests/storage"));
        spec.set("accessModes", claim.at("/spec/accessModes"));
        return Optional.of(new Writes(cluster).create(Kind.PERSISTENT_VOLUMES, "", volume, Author.CONTROLLER));
    }

    private void bind(ObjectNode claim, ObjectNode volume) {
        cluster.change(Kind.PERSISTENT_VOLUMES, volume, copy -> {
            copy.withObject("/spec/claimRef")
                    .put("kind", Kind.PERSISTENT_VOLUME_CLAIMS.word())
                    .put("namespace", Meta.namespace(claim))
                    .put("name", Meta.name(claim))
                    .put("uid", Meta.uid(claim));
            copy.withObject("/status").put("phase", "Bound");
        });
        cluster.change(Kind.PERSISTENT_VOLUME_CLAIMS, claim, copy -> {
            copy.withObject("/spec").put("volumeName", Meta.name(volume));
            ObjectNode status = Json.object().put("phase", "Bound");
            status.set("accessModes", claim.at("/spec/accessModes"));
            status.putObject("capacity").set("storage", volume.at("/spec/capacity/storage"));
            copy.set("status", status);
        });
    }

    /** What a claim that is gone had is deleted, or kept for somebody to look at, as the volume says. */
    private void free(ObjectNode volume) {
        JsonNode claim = volume.at("/spec/claimRef");
        boolean isUsed = cluster.store()
                .find(
                        Kind.PERSISTENT_VOLUME_CLAIMS,
                        claim.path("namespace").asText(),
                        claim.path("name").asText())
                .filter(found -> Meta.uid(found).equals(claim.path("uid").asText()))
                .isPresent();
        if (Meta.isGoing(volume) && !isUsed) {
            new Deletion(cluster).finish(Kind.PERSISTENT_VOLUMES, volume, VOLUME_IN_USE);
        } else if (!claim.isMissingNode() && !isUsed) {
            reclaim(volume);
        }
    }

    private void reclaim(ObjectNode volume) {
        if (volume.at("/spec/persistentVolumeReclaimPolicy").asText().equals("Delete")) {
            cluster.store().remove(Kind.PERSISTENT_VOLUMES, volume);
        } else {
            cluster.change(
                    Kind.PERSISTENT_VOLUMES,
                    volume,
                    copy -> copy.withObject("/status").put("phase", "Released"));
        }
    }

    private void note(ObjectNode claim, String type, String reason, String message) {
        boolean isTold = cluster.store().list(Kind.EVENTS, Meta.namespace(claim)).stream()
                .anyMatch(event -> event.at("/involvedObject/uid").asText().equals(Meta.uid(claim))
                        && event.path("reason").asText().equals(reason));
        if (!isTold) {
            events.tell(Kind.PERSISTENT_VOLUME_CLAIMS, claim, new Events.Note(COMPONENT, type, reason, message));
        }
    }
}
