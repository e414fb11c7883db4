package io.kws.sdk.openstack.volumes;

import static io.kws.sdk.openstack.client.Service.VOLUME;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Timeouts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All of one kind that a node's Cinder keeps: how to read, await and delete it. */
final class Cinder {
    private static final String LARGEST_PAGE = "1000";
    private static final Lookup<JsonNode> VOLUMES = lookup("volume");
    private static final Lookup<JsonNode> SNAPSHOTS = lookup("snapshot");

    private final OpenStackClient client;
    private final Timeouts timeouts;
    private final Lookup<JsonNode> lookup;

    private Cinder(OpenStackClient client, Timeouts timeouts, Lookup<JsonNode> lookup) {
        this.client = client;
        this.timeouts = timeouts;
        this.lookup = lookup;
    }

    static Cinder volumes(OpenStackClient client, Timeouts timeouts) {
        return new Cinder(client, timeouts, VOLUMES);
    }

    static Cinder snapshots(OpenStackClient client, Timeouts timeouts) {
        return new Cinder(client, timeouts, SNAPSHOTS);
    }

    private static Lookup<JsonNode> lookup(String kind) {
        return new Lookup<>(kind, CinderJson::id, CinderJson::name);
    }

    /** Returns the kind as it stands in the API, such as {@code volume}. */
    String kind() {
        return lookup.kind();
    }

    /** Returns the same as it stands in paths. */
    String path() {
        return kind() + "s";
    }

    OpenStackClient client() {
        return client;
    }

    List<JsonNode> list() {
        return list(Request.get(VOLUME, path(), "detail").query("limit", LARGEST_PAGE));
    }

    List<JsonNode> named(String name) {
        return list(Request.get(VOLUME, path(), "detail").query("name", name));
    }

    private List<JsonNode> list(Request request) {
        return client.list(request, path());
    }

    Optional<JsonNode> byId(String id) {
        return client.find(Request.get(VOLUME, path(), id)).map(found -> found.path(kind()));
    }

    Optional<JsonNode> find(String nameOrId) {
        return client.located(() -> lookup.find(nameOrId, this::byId, this::named));
    }

    JsonNode get(String nameOrId) {
        return client.located(() -> find(nameOrId).orElseThrow(() -> lookup.missing(nameOrId, list())));
    }

    /**
     * Waits until it has one of the statuses.
     *
     * @throws ProvisioningFailedException if it ends in an error, or vanishes
     */
    JsonNode await(String id, Set<String> wanted) {
        return new Waiting(timeouts.pollInterval())
                .until(
                        () -> byId(id).orElseThrow(
                                        () -> new ProvisioningFailedException("the " + kind() + " vanished")),
                        found -> isIn(found, wanted),
                        this::describe);
    }

    private boolean isIn(JsonNode found, Set<String> wanted) {
        String status = CinderJson.status(found);
        if (wanted.contains(status)) {
            return true;
        }
        if (status.startsWith("error")) {
            throw new ProvisioningFailedException("the %s ended as %s%s".formatted(kind(), status, reason(found)));
        }
        return false;
    }

    /** Waits until it is in no state that passes by itself, or not to be seen. */
    private void awaitSettled(String id) {
        new Waiting(timeouts.pollInterval())
                .until(
                        () -> byId(id),
                        found -> found.map(CinderJson::status)
                                .map(status -> !status.endsWith("ing") || status.startsWith("error"))
                                .orElse(true),
                        found -> describe(found.orElseThrow()));
    }

    private String describe(JsonNode found) {
        return "the %s was still %s".formatted(kind(), CinderJson.status(found));
    }

    /** Cinder does not delete what it still makes; gone already is fine. */
    void delete(String id) {
        awaitSettled(id);
        try {
            send(Request.of("DELETE", VOLUME, path(), id), id, now -> now.isEmpty() || isDeleting(now.get()));
        } catch (NotFoundException e) {
            return;
        }
        new Waiting(timeouts.pollInterval())
                .until(() -> byId(id), this::isGone, found -> describe(found.orElseThrow()));
    }

    private boolean isGone(Optional<JsonNode> found) {
        found.ifPresent(thing -> {
            if (!isDeleting(thing)) {
                throw new ProvisioningFailedException("the service gave the deletion up: the %s is %s%s"
                        .formatted(kind(), CinderJson.status(thing), reason(thing)));
            }
        });
        return found.isEmpty();
    }

    private static boolean isDeleting(JsonNode thing) {
        return CinderJson.status(thing).equals("deleting");
    }

    /**
     * Sends a request until it is carried out: if an answer is lost, but the thing shows its effect, it was. A second
     * request would be refused because of the first.
     */
    void send(Request request, String id, Predicate<Optional<JsonNode>> isDone) {
        for (int repetitions = 0; ; repetitions++) {
            try {
                client.send(request.once());
                return;
            } catch (KwsException e) {
                boolean mayBeDone = e.isRetryable() || (repetitions > 0 && e instanceof ConflictException);
                if (mayBeDone && isDone.test(byId(id))) {
                    return;
                }
                if (!e.isRetryable() || repetitions >= timeouts.retries()) {
                    throw e;
                }
            }
            Waiting.pause(timeouts.pauseBefore(repetitions));
        }
    }

    /** Returns what Cinder tells the user of its last failure; empty where it tells nothing. */
    private String reason(JsonNode found) {
        try {
            return client
                    .list(
                            Request.get(VOLUME, "messages")
                                    .query("resource_uuid", CinderJson.id(found))
                                    .header("OpenStack-API-Version", "volume 3.3"),
                            "messages")
                    .stream()
                    .map(message -> ": " + message.path("user_message").asText())
                    .findFirst()
                    .orElse("");
        } catch (KwsException e) {
            return ""; // the error to tell of is another one
        }
    }
}
