package io.kws.sdk.openstack.volumes;

import static io.kws.sdk.openstack.client.Service.VOLUME;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.steps.BestEffort;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.ResourceLookup;
import io.kws.sdk.openstack.resources.ResourceStates;
import io.kws.sdk.openstack.resources.StateChange;
import io.kws.sdk.operations.Timeouts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The volumes or the snapshots of a node's Cinder: reads, awaits and deletes them. */
final class Cinder {
    private static final String LARGEST_PAGE = "1000";
    private static final Lookup<JsonNode> VOLUMES = new Lookup<>("volume", CinderJson::id, CinderJson::name);
    private static final Lookup<JsonNode> SNAPSHOTS = new Lookup<>("snapshot", CinderJson::id, CinderJson::name);

    private final OpenStackClient client;
    private final Timeouts timeouts;
    private final String kind;
    private final ResourceLookup<JsonNode> lookup;
    private final ResourceStates<JsonNode> states;

    private Cinder(OpenStackClient client, Timeouts timeouts, Lookup<JsonNode> lookup) {
        this.client = client;
        this.timeouts = timeouts;
        this.kind = lookup.kind();
        this.lookup = new ResourceLookup<>(
                client, lookup, nameOrId -> lookup.find(nameOrId, this::byId, this::named), this::list);
        this.states = new ResourceStates<>(
                timeouts.pollInterval(),
                this::byId,
                id -> new ProvisioningFailedException("the " + kind + " was deleted during the wait"),
                CinderJson::status,
                json -> "the %s was still %s".formatted(kind, CinderJson.status(json)));
    }

    static Cinder volumes(OpenStackClient client, Timeouts timeouts) {
        return new Cinder(client, timeouts, VOLUMES);
    }

    static Cinder snapshots(OpenStackClient client, Timeouts timeouts) {
        return new Cinder(client, timeouts, SNAPSHOTS);
    }

    /** Returns the name of one in paths and bodies, such as {@code volume}. */
    String kind() {
        return kind;
    }

    /** Returns the name of all in paths and bodies, such as {@code volumes}. */
    String path() {
        return kind + "s";
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
        return client.find(Request.get(VOLUME, path(), id)).map(answer -> answer.path(kind));
    }

    Optional<JsonNode> find(String nameOrId) {
        return lookup.find(nameOrId);
    }

    JsonNode get(String nameOrId) {
        return lookup.get(nameOrId);
    }

    /**
     * Waits until a volume or snapshot has one of the statuses.
     *
     * @throws ProvisioningFailedException if it ends in an error, or disappears
     */
    JsonNode await(String id, Set<String> wanted) {
        return states.await(id, json -> hasStatus(json, wanted));
    }

    private boolean hasStatus(JsonNode json, Set<String> wanted) {
        String status = CinderJson.status(json);
        if (wanted.contains(status)) {
            return true;
        }
        if (isError(status)) {
            throw new ProvisioningFailedException("the %s ended in status %s%s".formatted(kind, status, reason(json)));
        }
        return false;
    }

    private static boolean isError(String status) {
        return status.startsWith("error");
    }

    /** Deletes a volume or snapshot and waits until it does not exist any more. Cinder refuses while it creates one. */
    void delete(String id) {
        states.awaitGoneOr(id, Cinder::isSettled);
        try {
            send(
                    Request.of("DELETE", VOLUME, path(), id),
                    id,
                    now -> now.map(Cinder::isDeleting).orElse(true));
        } catch (NotFoundException e) {
            return; // deleted already
        }
        states.awaitGoneOr(id, this::requireDeleting);
    }

    /** Tells whether the status is not one that changes by itself. */
    private static boolean isSettled(JsonNode json) {
        String status = CinderJson.status(json);
        return !status.endsWith("ing") || isError(status);
    }

    private boolean requireDeleting(JsonNode json) {
        if (!isDeleting(json)) {
            throw new ProvisioningFailedException(
                    "the service accepted the deletion and then abandoned it: the %s is %s%s"
                            .formatted(kind, CinderJson.status(json), reason(json)));
        }
        return false;
    }

    private static boolean isDeleting(JsonNode json) {
        return CinderJson.status(json).equals("deleting");
    }

    /** Sends a request until it is carried out. A second request would be refused because of the first one's effect. */
    void send(Request request, String id, Predicate<Optional<JsonNode>> isDone) {
        new StateChange(() -> client.send(request.once()), () -> isDone.test(byId(id))).send(timeouts);
    }

    /** Returns the message that Cinder has for the user about its last failure; empty if it has none. */
    private String reason(JsonNode json) {
        Request messages = Request.get(VOLUME, "messages")
                .query("resource_uuid", CinderJson.id(json))
                .header("OpenStack-API-Version", "volume 3.3");
        return BestEffort.get(() -> client.list(messages, "messages")).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(message -> ": " + message.path("user_message").asText())
                .orElse("");
    }
}
