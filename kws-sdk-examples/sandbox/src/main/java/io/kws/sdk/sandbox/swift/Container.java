package io.kws.sdk.sandbox.swift;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One container with its objects. Guarded by the node's lock. */
final class Container {
    private final NavigableMap<String, Blob> blobs = new TreeMap<>(Names.ORDER);
    private final Metadata metadata = new Metadata("Container");
    private final Map<String, String> settings = new HashMap<>();
    private final String name;
    private final Instant created;
    private Instant modified;

    Container(String name, Instant created) {
        this.name = name;
        this.created = created;
        this.modified = created;
    }

    String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    Instant modified() {
        return modified;
    }

    void touch(Instant now) {
        modified = now;
    }

    Metadata metadata() {
        return metadata;
    }

    /** Returns who may read and write, and the like, by the names of the headers. */
    Map<String, String> settings() {
        return settings;
    }

    /** Whoever may read without a token. */
    boolean isPublic() {
        return settings.getOrDefault("X-Container-Read", "").matches("(.*,)?\\s*\\.r:\\*\\s*(,.*)?");
    }

    boolean isListedPublicly() {
        return isPublic() && settings.getOrDefault("X-Container-Read", "").contains(".rlistings");
    }

    NavigableMap<String, Blob> blobs() {
        return blobs;
    }

    Optional<Blob> find(String object, Instant now) {
        return Optional.ofNullable(blobs.get(object)).filter(blob -> !blob.isOver(now));
    }

    void put(String object, Blob blob) {
        Optional.ofNullable(blobs.put(object, blob))
                .filter(old -> !old.data().equals(blob.data()))
                .ifPresent(old -> old.data().delete());
    }

    void remove(String object) {
        Optional.ofNullable(blobs.remove(object)).ifPresent(old -> old.data().delete());
    }

    /** What is over is not there any more, whether or not anybody has looked. */
    void forgetOver(Instant now) {
        blobs.entrySet().stream()
                .filter(entry -> entry.getValue().isOver(now))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::remove);
    }

    long bytes() {
        return blobs.values().stream().mapToLong(blob -> blob.data().size()).sum();
    }
}
