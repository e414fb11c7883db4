package io.kws.sdk.k8s.namespaces;

import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.driver.OrphanFinder.Orphan;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.objects.ObjectRemoval;
import io.kws.sdk.k8s.objects.RemovableObject;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds and deletes the namespaces that the SDK created for owners and that hold nothing any more but what was created
 * with them. Anything put there by others keeps a namespace, and so does anything that the SDK may not see.
 */
public final class UnusedNamespaces implements OrphanFinder {
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final ClusterContext node;

    /**
     * Makes the finder of a node.
     *
     * @param node the node
     */
    public UnusedNamespaces(ClusterContext node) {
        this.node = node;
    }

    @Override
    public ResourceKind kind() {
        return ManagedKind.NAMESPACE.receiptKind();
    }

    @Override
    public List<Orphan> orphans(Set<String> living) {
        NamespaceContents contents = new NamespaceContents(node.objects());
        try {
            return owners(OwnerNamespace.LABEL).stream()
                    .filter(namespace -> isUnused(namespace, contents))
                    .flatMap(namespace -> orphan(namespace).stream())
                    .toList();
        } catch (AccessDeniedException e) {
            throw new CapabilityMissingException("the credentials may not list the namespaces", e);
        }
    }

    private List<KubeObject> owners(String selector) {
        boolean hasOneNamespace = node.cluster().namespace().isPresent();
        return hasOneNamespace
                ? List.of()
                : node.objects().list(ObjectQuery.of(ApiResource.NAMESPACES, "").labelled(selector));
    }

    private static boolean isUnused(KubeObject namespace, NamespaceContents contents) {
        return !namespace.isBeingDeleted() && contents.isEmpty(namespace.name());
    }

    private Optional<Orphan> orphan(KubeObject namespace) {
        return RentalId.parse(namespace.rental())
                .map(rental -> new Orphan(rental, kind(), namespace.name(), OwnerNamespace.usedAt(namespace)));
    }

    @Override
    public Receipt endRest(RentalId rental) {
        return endOrphans(rental, Instant.MAX);
    }

    @Override
    public Receipt endOrphans(RentalId rental, Instant before) {
        String selector = OwnerNamespace.LABEL + "," + Labels.selector(rental.value());
        NamespaceContents contents = new NamespaceContents(node.objects());
        return node.runner().run(new UseCase<>("delete the unused namespace", ALLOWED, steps -> {
            Step<List<KubeObject>> found = steps.add("find namespace", context -> owners(selector));
            steps.act(
                    "delete namespace",
                    context -> found.result().stream()
                            .filter(namespace ->
                                    OwnerNamespace.usedAt(namespace).isBefore(before))
                            .filter(namespace -> isUnused(namespace, contents))
                            .forEach(namespace -> context.remove(
                                    new Unused(node.objects(), ObjectRef.toNamespace(namespace.name())), namespace)),
                    found);
            return receipt -> receipt;
        }));
    }

    /**
     * A namespace to be deleted in the very version that was looked at: a deploy marks it before using it.
     *
     * @param objects the cluster's objects
     * @param ref names the namespace
     */
    private record Unused(ObjectClient objects, ObjectRef ref) implements RemovableObject {
        @Override
        public void delete(KubeObject seen) {
            new ObjectRemoval(objects, ref).deleteUnchanged(seen);
        }
    }
}
