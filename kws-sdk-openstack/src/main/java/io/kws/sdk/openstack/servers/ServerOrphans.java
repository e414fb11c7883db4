package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.OrphanFinder.Orphan;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.keypairs.Keypair;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what was made beside servers that are no more. */
final class ServerOrphans {
    private final ServerNode node;
    private final Set<String> living;

    ServerOrphans(ServerNode node, Set<String> living) {
        this.node = node;
        this.living = living;
    }

    List<Orphan> list() {
        List<JsonNode> ports = inNetwork("ports", "ports");
        Set<String> used = rentalsInUse(ports);
        List<Orphan> orphans = new ArrayList<>();
        orphans.addAll(parts(ResourceKind.PORT, ports));
        orphans.addAll(parts(ResourceKind.FLOATING_IP, inNetwork("floatingips", "floatingips")));
        orphans.addAll(parts(ResourceKind.SECURITY_GROUP, inNetwork("security-groups", "security_groups")));
        orphans.addAll(keypairs());
        orphans.removeIf(part -> used.contains(part.rental().value()));
        return orphans;
    }

    /** Administrators are shown what is of other projects as well. */
    private List<JsonNode> inNetwork(String collection, String field) {
        String project = node.client().projectId();
        return node.client().list(Request.get(NETWORK, collection), field).stream()
                .filter(part -> part.path("project_id")
                        .asText(part.path("tenant_id").asText())
                        .equals(project))
                .toList();
    }

    /** A server whose tags were taken away still has its port. */
    private Set<String> rentalsInUse(List<JsonNode> ports) {
        return ports.stream()
                .filter(port -> !port.path("device_id").asText("").isEmpty())
                .flatMap(port -> rental(port).map(RentalId::value).stream())
                .collect(Collectors.toSet());
    }

    /** What Neutron keeps has the rental's name first in its description. */
    private static Optional<RentalId> rental(JsonNode part) {
        return RentalTags.rentalIn(part.path("description").asText(""));
    }

    private List<Orphan> parts(ResourceKind kind, List<JsonNode> all) {
        return all.stream()
                .flatMap(json -> rental(json)
                        .filter(this::isOrphan)
                        .map(rental -> new Orphan(rental, kind, json.path("id").asText(), created(json)))
                        .stream())
                .toList();
    }

    private boolean isOrphan(RentalId rental) {
        return !living.contains(rental.value());
    }

    private List<Orphan> keypairs() {
        return node.keypairs().list().stream()
                .map(Keypair::name)
                .flatMap(name ->
                        RentalTags.rentalIn(name)
                                .filter(this::isOrphan)
                                .flatMap(rental -> keypair(name, rental))
                                .stream())
                .toList();
    }

    /** Lists do not tell when a keypair was made, nor for whom: it may be a user's own, or of another project. */
    private Optional<Orphan> keypair(String name, RentalId rental) {
        try {
            JsonNode json = node.client()
                    .send(Request.get(COMPUTE, "os-keypairs", name))
                    .path("keypair");
            String key = json.path("public_key").asText("");
            return KeypairResource.isOf(key, name, node.client().projectId())
                    ? Optional.of(new Orphan(rental, ResourceKind.KEYPAIR, name, created(json)))
                    : Optional.empty();
        } catch (NotFoundException e) {
            return Optional.empty(); // gone since
        }
    }

    /** What tells no time is taken for new, so that nothing under way is spoilt. */
    private static Instant created(JsonNode json) {
        return Json.time(json.path("created_at")).orElse(Instant.MAX);
    }
}
