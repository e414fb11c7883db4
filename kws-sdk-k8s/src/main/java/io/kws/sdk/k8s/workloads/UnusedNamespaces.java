package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The namespaces that the SDK made for owners, in which nothing is any more but what was made with them. Whatever somebody
 * else has put there keeps a namespace; what the SDK may not see may be there.
 */
public final class UnusedNamespaces implements OrphanFinder {
    private final WorkloadContext node;

    /**
     * Makes those of a node.
     *
     * @param node the node
     */
    public UnusedNamespaces(WorkloadContext node) {
        this.node = node;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.NAMESPACE;
    }

    @Override
    public List<Orphan> orphans(Set<String> living) {
        NamespaceContents contents = new NamespaceContents(node.client());
        try {
            return owners(OwnerNamespace.LABEL).stream()
                    .filter(namespace -> isUnused(namespace, contents))
                    .flatMap(UnusedNamespaces::part)
                    .toList();
        } catch (AccessDeniedException e) {
            throw new CapabilityMissingException("the credentials may not look at the namespaces", e);
        }
    }

    private List<JsonNode> owners(String selector) {
        boolean isOneOnly = node.cluster().namespace().isPresent();
        return isOneOnly
                ? List.of()
                : node.client().list(Request.list(ApiResource.NAMESPACES, "").query("labelSelector", selector));
    }

    private static boolean isUnused(JsonNode namespace, NamespaceContents contents) {
        boolean isGoing = namespace.path("metadata").has("deletionTimestamp");
        return !isGoing && contents.isEmpty(Pods.name(namespace));
    }

    private static Stream<Orphan> part(JsonNode namespace) {
        return RentalId.parse(Labels.get(namespace, Labels.RENTAL)).stream()
                .map(rental -> new Orphan(
                        rental, ResourceKind.NAMESPACE, Pods.name(namespace), OwnerNamespace.usedAt(namespace)));
    }

    @Override
    public Receipt endRest(RentalId rental) {
        return endOrphans(rental, Instant.MAX);
    }

    @Override
    public Receipt endOrphans(RentalId rental, Instant before) {
        String selector = OwnerNamespace.LABEL + "," + Labels.selector(rental);
        NamespaceContents contents = new NamespaceContents(node.client());
        return node.runner().run(new UseCase<>("delete the unused namespace", DeleteWorkload.ALLOWED, steps -> {
            Step<List<JsonNode>> found = steps.add("find namespace", context -> owners(selector));
            steps.act(
                    "delete namespace",
                    context -> found.result().stream()
                            .filter(namespace ->
                                    OwnerNamespace.usedAt(namespace).isBefore(before))
                            .filter(namespace -> isUnused(namespace, contents))
                            .forEach(namespace -> context.remove(new Unused(removal(namespace)), namespace)),
                    found);
            return receipt -> receipt;
        }));
    }

    private ObjectRemoval removal(JsonNode namespace) {
        return new ObjectRemoval(node.client(), ApiResource.NAMESPACES, "", Pods.name(namespace));
    }

    /** Only the very version that was looked at: a deploy that has come meanwhile has left its mark before it uses it. */
    private record Unused(ObjectRemoval removal) implements Removable<JsonNode> {
        @Override
        public ResourceKind kind() {
            return removal.kind();
        }

        @Override
        public String name() {
            return removal.name();
        }

        @Override
        public String id(JsonNode made) {
            return removal.id(made);
        }

        @Override
        public void delete(JsonNode made) {
            String version = made.path("metadata").path("resourceVersion").asText();
            removal.delete(made, new V1Preconditions().uid(id(made)).resourceVersion(version));
        }
    }
}
