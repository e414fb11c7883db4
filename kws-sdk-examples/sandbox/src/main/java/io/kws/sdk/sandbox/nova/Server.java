package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.site.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server. The node's lock guards it. */
final class Server {
    private final Map<String, Attachment> volumes = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final String id;
    private final Caller owner;
    private final ObjectNode spec;
    private final ObjectNode metadata;
    private final Instant created;
    private Instant updated;
    private Flavor flavor;
    private Flavor formerFlavor;
    private String imageId;
    private VmState state = VmState.BUILDING;
    private VmState formerState = VmState.ACTIVE;
    private boolean hosted;
    private boolean locked;
    private @Nullable String task = "scheduling";
    private @Nullable Instant launched;
    private @Nullable Failure failure;

    Server(String id, Caller owner, ObjectNode spec, Flavor flavor, Instant created) {
        this.id = id;
        this.owner = owner;
        this.spec = spec;
        this.metadata = spec.withObject("/metadata").deepCopy();
        this.flavor = flavor;
        this.formerFlavor = flavor;
        this.imageId = spec.path("imageRef").asText("");
        this.created = created;
        this.updated = created;
        spec.path("tags").forEach(tag -> tags.add(tag.asText()));
    }

    /** Something a user did with a server. */
    record Event(String action, String requestId, Instant time) {}

    /** Why a server is in error. */
    record Failure(int code, String message, Instant time) {}

    /** A volume of a server. */
    record Attachment(String volumeId, String device, boolean deletedWithServer) {}

    String id() {
        return id;
    }

    Caller owner() {
        return owner;
    }

    /** {@return what the user asked for, with later changes} */
    ObjectNode spec() {
        return spec;
    }

    String name() {
        return spec.path("name").asText();
    }

    ObjectNode metadata() {
        return metadata;
    }

    Set<String> tags() {
        return tags;
    }

    Map<String, Attachment> volumes() {
        return volumes;
    }

    List<Event> events() {
        return events;
    }

    Instant created() {
        return created;
    }

    Instant updated() {
        return updated;
    }

    Optional<Instant> launched() {
        return Optional.ofNullable(launched);
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    Flavor flavor() {
        return flavor;
    }

    /** {@return the image it was made from, empty if it boots from a volume} */
    String imageId() {
        return imageId;
    }

    void imageId(String image) {
        imageId = image;
    }

    VmState state() {
        return state;
    }

    @Nullable
    String task() {
        return task;
    }

    String status() {
        return state.status(task);
    }

    boolean isHosted() {
        return hosted;
    }

    boolean isLocked() {
        return locked;
    }

    void lock() {
        locked = true;
    }

    void unlock() {
        locked = false;
    }

    void touch(Instant now) {
        updated = now;
    }

    void begin(String newTask, Instant now) {
        task = newTask;
        updated = now;
    }

    void host() {
        hosted = true;
    }

    void become(VmState newState, Instant now) {
        state = newState;
        task = null;
        updated = now;
        if (newState == VmState.ACTIVE || newState == VmState.RESIZED) {
            launched = now;
        }
    }

    void fail(String message, Instant now) {
        become(VmState.ERROR, now);
        failure = new Failure(500, message, now);
    }

    void recover() {
        failure = null;
    }

    void resizeTo(Flavor other) {
        formerFlavor = flavor;
        formerState = state;
        flavor = other;
    }

    /** {@return what it was before it was resized} */
    VmState formerState() {
        return formerState;
    }

    void resizeBack() {
        flavor = formerFlavor;
    }
}
