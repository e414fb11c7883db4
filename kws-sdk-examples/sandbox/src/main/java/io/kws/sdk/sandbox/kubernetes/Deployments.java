package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Replaces the Pods of Deployments, version by version (the deployment controller). */
final class Deployments {
    static final String HASH = "pod-template-hash";
    static final String REVISION = "deployment.kubernetes.io/revision";

    private static final String COMPONENT = "deployment-controller";
    private static final Comparator<ObjectNode> OLDEST_FIRST = Comparator.comparing(Deployments::revision);

    private final Cluster cluster;
    private final Writes writes;
    private final Events events;

    Deployments(Cluster cluster) {
        this.cluster = cluster;
        this.writes = new Writes(cluster);
        this.events = new Events(cluster);
    }

    void putInOrder(ObjectNode deployment) {
        if (Meta.isGoing(deployment)) {
            return;
        }
        List<ObjectNode> all = versions(deployment);
        Optional<ObjectNode> newest = newest(deployment, all);
        List<ObjectNode> old = new ArrayList<>(all);
        newest.ifPresent(old::remove);
        boolean isPaused = deployment.at("/spec/paused").asBoolean();
        boolean isRecreated = deployment.at("/spec/strategy/type").asText().equals("Recreate");
        if (newest.isEmpty() && !isPaused) {
            boolean mustWait = isRecreated && !end(deployment, old);
            if (!mustWait) {
                make(deployment, all);
            }
        } else if (newest.isPresent()) {
            ObjectNode numbered = number(deployment, newest.get(), old);
            if (!isPaused || old.isEmpty()) {
                replace(deployment, numbered, old, isRecreated);
            }
            forget(deployment, old);
        }
        tell(deployment);
    }

    private List<ObjectNode> versions(ObjectNode deployment) {
        return cluster.store().list(Kind.REPLICA_SETS, Meta.namespace(deployment)).stream()
                .filter(set -> Meta.isControlledBy(set, deployment))
                .toList();
    }

    private static Optional<ObjectNode> newest(ObjectNode deployment, List<ObjectNode> all) {
        JsonNode wanted = deployment.at("/spec/template");
        return all.stream().filter(set -> template(set).equals(wanted)).findFirst();
    }

    /** The template without the label that tells the versions apart. */
    private static JsonNode template(ObjectNode set) {
        JsonNode template = set.at("/spec/template").deepCopy();
        if (template.at("/metadata/labels") instanceof ObjectNode labels) {
            labels.remove(HASH);
        }
        return template;
    }

    private static int revision(JsonNode object) {
        String text = Meta.annotation(object, REVISION);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** Stops all Pods of former versions; returns whether they are gone. */
    private boolean end(ObjectNode deployment, List<ObjectNode> old) {
        old.forEach(set -> scale(deployment, set, 0));
        return old.stream()
                .allMatch(set -> cluster.store().list(Kind.PODS, Meta.namespace(set)).stream()
                        .noneMatch(pod -> Meta.isControlledBy(pod, set)));
    }

    private void make(ObjectNode deployment, List<ObjectNode> all) {
        String hash = Cluster.safe(deployment.at("/spec/template").toString().hashCode());
        String name = Meta.name(deployment) + "-" + hash;
        boolean isTaken = cluster.store()
                .find(Kind.REPLICA_SETS, Meta.namespace(deployment), name)
                .isPresent();
        if (isTaken) { // by one that is about to go
            cluster.touchIn(cluster.site().settleTime().multipliedBy(5), Meta.namespace(deployment));
            return;
        }
        ObjectNode set = Cluster.named(Meta.namespace(deployment), name);
        ObjectNode metadata = Meta.of(set);
        metadata.set("labels", deployment.at("/spec/template/metadata/labels").deepCopy());
        metadata.withObject("/labels").put(HASH, hash);
        metadata.set("ownerReferences", Meta.ownedBy(Kind.DEPLOYMENTS, deployment));
        int revision = all.stream().mapToInt(Deployments::revision).max().orElse(0) + 1;
        annotate(metadata.withObject("/annotations"), deployment, revision);
        ObjectNode spec = set.putObject("spec").put("replicas", room(deployment, all, 0));
        spec.set("selector", deployment.at("/spec/selector").deepCopy());
        spec.withObject("/selector/matchLabels").put(HASH, hash);
        spec.set("template", deployment.at("/spec/template").deepCopy());
        spec.withObject("/template/metadata/labels").put(HASH, hash);
        ObjectNode made = writes.create(Kind.REPLICA_SETS, Meta.namespace(set), set, Author.CONTROLLER);
        noteRevision(deployment, revision);
        tellScaled(deployment, made, "up", made.at("/spec/replicas").asInt());
    }

    private static void annotate(ObjectNode annotations, ObjectNode deployment, int revision) {
        Meta.texts(deployment.at("/metadata/annotations")).forEach((key, value) -> {
            if (!key.equals(Meta.LAST_APPLIED)) {
                annotations.put(key, value);
            }
        });
        int wanted = wanted(deployment);
        annotations
                .put(REVISION, String.valueOf(revision))
                .put("deployment.kubernetes.io/desired-replicas", String.valueOf(wanted))
                .put("deployment.kubernetes.io/max-replicas", String.valueOf(wanted + surge(deployment)));
    }

    private void noteRevision(ObjectNode deployment, int revision) {
        cluster.change(
                Kind.DEPLOYMENTS,
                deployment,
                copy -> Meta.of(copy).withObject("/annotations").put(REVISION, String.valueOf(revision)));
    }

    /** A version that is gone back to becomes the newest again. */
    private ObjectNode number(ObjectNode deployment, ObjectNode newest, List<ObjectNode> old) {
        int latest = old.stream().mapToInt(Deployments::revision).max().orElse(0);
        int revision = Math.max(revision(newest), latest + 1);
        cluster.change(
                Kind.REPLICA_SETS,
                newest,
                copy -> annotate(Meta.of(copy).withObject("/annotations"), deployment, revision));
        noteRevision(deployment, revision);
        return cluster.find(Kind.REPLICA_SETS, newest).orElse(newest);
    }

    private void replace(ObjectNode deployment, ObjectNode newest, List<ObjectNode> old, boolean isRecreated) {
        if (isRecreated) {
            if (end(deployment, old)) {
                scale(deployment, newest, wanted(deployment));
            }
            return;
        }
        int present = newest.at("/spec/replicas").asInt();
        int wanted = wanted(deployment);
        scale(deployment, newest, present >= wanted ? wanted : room(deployment, old, present));
        ObjectNode scaled = cluster.find(Kind.REPLICA_SETS, newest).orElse(newest);
        shrink(deployment, scaled, old);
    }

    /** How many Pods of the newest version there may be now. */
    private static int room(ObjectNode deployment, List<ObjectNode> old, int present) {
        int others =
                old.stream().mapToInt(set -> set.at("/spec/replicas").asInt()).sum();
        int wanted = wanted(deployment);
        return Math.max(present, Math.min(wanted, wanted + surge(deployment) - others));
    }

    /** Takes Pods of old versions away: first those that do not serve, then as many as the newest version makes up for. */
    private void shrink(ObjectNode deployment, ObjectNode newest, List<ObjectNode> old) {
        int least = wanted(deployment) - unavailable(deployment);
        int lacking = newest.at("/spec/replicas").asInt() - available(newest);
        int all = newest.at("/spec/replicas").asInt()
                + old.stream().mapToInt(set -> set.at("/spec/replicas").asInt()).sum();
        int mayGo = all - least - lacking;
        int serving = available(newest)
                + old.stream().mapToInt(Deployments::available).sum();
        int mayStop = serving - least;
        for (ObjectNode set : old.stream().sorted(OLDEST_FIRST).toList()) {
            int replicas = set.at("/spec/replicas").asInt();
            int idle = Math.max(0, Math.min(replicas - available(set), mayGo));
            int stopped = Math.max(0, Math.min(Math.min(replicas - idle, available(set)), mayStop));
            mayGo -= idle + stopped;
            mayStop -= stopped;
            scale(deployment, set, replicas - idle - stopped);
        }
    }

    private static int available(JsonNode set) {
        return set.at("/status/availableReplicas").asInt();
    }

    private void scale(ObjectNode deployment, ObjectNode set, int replicas) {
        int before = set.at("/spec/replicas").asInt();
        if (before != replicas) {
            cluster.change(
                    Kind.REPLICA_SETS, set, copy -> copy.withObject("/spec").put("replicas", replicas));
            tellScaled(deployment, set, before < replicas ? "up" : "down", replicas);
        }
    }

    private void tellScaled(ObjectNode deployment, ObjectNode set, String direction, int replicas) {
        String message = "Scaled %s replica set %s to %d".formatted(direction, Meta.name(set), replicas);
        events.tell(
                Kind.DEPLOYMENTS, deployment, new Events.Note(COMPONENT, Events.NORMAL, "ScalingReplicaSet", message));
    }

    /** Keeps only so many former versions. */
    private void forget(ObjectNode deployment, List<ObjectNode> old) {
        List<ObjectNode> unused = old.stream()
                .filter(set -> set.at("/spec/replicas").asInt() == 0
                        && set.at("/status/replicas").asInt() == 0)
                .sorted(OLDEST_FIRST)
                .toList();
        int tooMany =
                unused.size() - deployment.at("/spec/revisionHistoryLimit").asInt();
        unused.stream()
                .limit(Math.max(0, tooMany))
                .forEach(set -> new Deletion(cluster).delete(Kind.REPLICA_SETS, set, Deletion.Options.BACKGROUND));
    }

    static int wanted(JsonNode deployment) {
        return deployment.at("/spec/replicas").asInt();
    }

    private static int surge(JsonNode deployment) {
        return share(deployment, "maxSurge", true);
    }

    static int unavailable(JsonNode deployment) {
        boolean isRecreated = deployment.at("/spec/strategy/type").asText().equals("Recreate");
        int share = share(deployment, "maxUnavailable", false);
        boolean isStuck = share == 0 && surge(deployment) == 0 && !isRecreated;
        return isStuck ? 1 : share;
    }

    /** A number, or a share of the replicas wanted. */
    private static int share(JsonNode deployment, String field, boolean isRoundedUp) {
        String text = deployment.at("/spec/strategy/rollingUpdate/" + field).asText("0");
        if (!text.endsWith("%")) {
            return Integer.parseInt(text);
        }
        double share = wanted(deployment) * Integer.parseInt(text.replace("%", "")) / 100.0;
        return (int) (isRoundedUp ? Math.ceil(share) : Math.floor(share));
    }

    private void tell(ObjectNode deployment) {
        cluster.find(Kind.DEPLOYMENTS, deployment).ifPresent(now -> {
            List<ObjectNode> all = versions(now);
            DeploymentStatus status = new DeploymentStatus(now, all, newest(now, all), cluster.now());
            cluster.status(Kind.DEPLOYMENTS, now, status.write());
            if (status.isWaiting()) {
                int patience = now.at("/spec/progressDeadlineSeconds").asInt();
                cluster.touchIn(Duration.ofSeconds(patience + 1L), Meta.namespace(now));
            }
        });
    }
}
