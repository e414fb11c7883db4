package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.OrphanFinder.Orphan;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
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

/** Finds the resources of rentals whose server does not exist any more. */
final class ServerOrphans {
    private final ServerNode node;
    private final Set<String> living;

    ServerOrphans(ServerNode node, Set<String> living) {
        this.node = node;
        this.living = living;
    }

    List<Orphan> list() {
        List<JsonNode> ports = inNeutron("ports", "port");
        Set<String> used = rentalsInUse(ports);
        List<Orphan> orphans = new ArrayList<>();
        orphans.addAll(orphans(ResourceKind.PORT, ports));
        orphans.addAll(orphans(ResourceKind.FLOATING_IP, inNeutron("floatingips", "floatingip")));
        orphans.addAll(orphans(ResourceKind.SECURITY_GROUP, inNeutron("security-groups", "security_group")));
        orphans.addAll(keypairs());
        orphans.removeIf(orphan -> used.contains(orphan.rental().value()));
        return orphans;
    }

    private List<JsonNode> inNeutron(String path, String field) {
        return new NeutronCollection(node.client(), path, field).ofProject();
    }

    /** A server whose tags were removed still has its rental's port. */
    private static Set<String> rentalsInUse(List<JsonNode> ports) {
        return ports.stream()
                .filter(port -> !port.path("device_id").asText("").isEmpty())
                .flatMap(port -> rental(port).map(RentalId::value).stream())
                .collect(Collectors.toSet());
    }

    /** Descriptions of Neutron resources begin with the rental's name. */
    private static Optional<RentalId> rental(JsonNode resource) {
        return RentalTags.rentalIn(resource.path("description").asText(""));
    }

    private List<Orphan> orphans(ResourceKind kind, List<JsonNode> resources) {
        return resources.stream()
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

    /** Lists do not show when a keypair was created, nor for what: it may be a user's own, or another project's. */
    private Optional<Orphan> keypair(String name, RentalId rental) {
        return node.client()
                .find(Request.get(COMPUTE, "os-keypairs", name))
                .map(answer -> answer.path("keypair"))
                .filter(json -> KeypairResource.isOf(
                        json.path("public_key").asText(""), name, node.client().projectId()))
                .map(json -> new Orphan(rental, ResourceKind.KEYPAIR, name, created(json)));
    }

    /** A resource without a time counts as new, so that a sweep never deletes what is still being created. */
    private static Instant created(JsonNode json) {
        return Json.time(json.path("created_at")).orElse(Instant.MAX);
    }
}
