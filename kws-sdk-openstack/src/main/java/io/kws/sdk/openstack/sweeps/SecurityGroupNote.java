package io.kws.sdk.openstack.sweeps;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.SharedNote;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project's note, stored in the description of a security group that has no other use and is never deleted. With {@code
 * If-Match: revision_number}, Neutron changes or deletes the group only if its revision still matches, in one database
 * transaction (Networking API v2.0, "Revisions").
 *
 * <p>Neutron allows several groups with the same name. Several programs that create the first group at the same time can
 * leave more than one; then none of them counts until all but one are deleted.
 */
public final class SecurityGroupNote implements SharedNote {
    private static final String NAME = "kws-sweeper";
    private static final String GROUPS = "security-groups";
    private static final String GROUP = "security_group";

    private static final Comparator<JsonNode> MOST_CHANGED_FIRST = Comparator.comparing(SecurityGroupNote::revision)
            .reversed()
            .thenComparing(group -> group.path("id").asText());

    private final OpenStackClient client;

    /**
     * Makes access to the note.
     *
     * @param client the node
     */
    public SecurityGroupNote(OpenStackClient client) {
        this.client = client;
    }

    @Override
    public Version read() {
        List<JsonNode> groups = groups();
        if (groups.isEmpty()) {
            create();
            groups = groups();
        }
        if (groups.isEmpty()) {
            throw new ConflictException("the project's note was deleted by another program; try again");
        }
        groups.subList(1, groups.size()).forEach(this::delete);
        return version(groups.get(0));
    }

    @Override
    public Optional<Version> replace(Version seen, String text) {
        Request change = Request.of("PUT", NETWORK, GROUPS, seen.id())
                .header("If-Match", match(seen.revision()))
                .body(body(Map.of("description", text)))
                .repeatable();
        try {
            Version now = version(client.send(change).path(GROUP));
            return groups().size() == 1 ? Optional.of(now) : Optional.empty();
        } catch (ConflictException | NotFoundException e) {
            return Optional.empty();
        }
    }

    private void create() {
        JsonNode made = client.send(Request.of("POST", NETWORK, GROUPS).body(body(Map.of("name", NAME))))
                .path(GROUP);
        if (groups().size() > 1) {
            delete(made);
        }
    }

    /** Deletes a group unless another program has changed it; that program then sees that there are several. */
    private void delete(JsonNode group) {
        try {
            client.send(Request.of("DELETE", NETWORK, GROUPS, group.path("id").asText())
                    .header("If-Match", match(version(group).revision())));
        } catch (ConflictException | NotFoundException e) {
            return;
        }
    }

    /** Administrators see the groups of all projects. */
    private List<JsonNode> groups() {
        Request ofProject = Request.get(NETWORK, GROUPS).query("name", NAME).query("project_id", client.projectId());
        return client.list(ofProject, "security_groups").stream()
                .sorted(MOST_CHANGED_FIRST)
                .toList();
    }

    private static JsonNode body(Map<String, String> attributes) {
        return Json.of(Map.of(GROUP, attributes));
    }

    private static String match(String revision) {
        return "revision_number=" + revision;
    }

    private static Version version(JsonNode group) {
        return new Version(
                group.path("id").asText(),
                String.valueOf(revision(group)),
                group.path("description").asText(""));
    }

    private static long revision(JsonNode group) {
        return group.path("revision_number").asLong();
    }
}
