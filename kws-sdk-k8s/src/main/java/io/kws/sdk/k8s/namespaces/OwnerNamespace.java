package io.kws.sdk.k8s.namespaces;

import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.DeletionWait;
import io.kws.sdk.k8s.objects.DnsLabels;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.objects.ObjectRemoval;
import io.kws.sdk.k8s.objects.RemovableObject;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The namespace of an owner's apps and IDEs, created at the first use. Each deploy marks it before using it. So a failed
 * deploy that created the namespace can tell, and the cluster can check, that no other deploy has begun to use it.
 *
 * @param node the node
 * @param owner the owner
 * @param rental the rental of the deploy that needs the namespace
 * @param run the deploy that needs it; of one rental there may be two at once
 */
public record OwnerNamespace(ClusterContext node, String owner, RentalId rental, String run)
        implements RemovableObject, Resource<KubeObject> {
    /** The service account that the apps in it run as, which has no rights. */
    public static final String APP_ACCOUNT = "kws-app";

    /** On the namespaces that the SDK created; an annotation names the owner. */
    static final String LABEL = "kws.owner-namespace";

    /** On them: when something in them was last created or deleted. The label names the rental created last. */
    static final String USED_AT = "kws.used-at";

    private static final String PREFIX = "kws-";
    private static final String OWNER = "kws.owner";
    private static final String USED_BY = "kws.used-by";
    private static final String EQUIPPED = "kws.equipped";

    /**
     * Returns the name of an owner's namespace.
     *
     * @param owner the owner
     * @return the name
     */
    public static String name(String owner) {
        return DnsLabels.withHash(PREFIX + owner, owner);
    }

    /** Returns when it was used last; the end of time if that is not known. */
    static Instant usedAt(KubeObject namespace) {
        return namespace.timeAnnotation(USED_AT).orElse(Instant.MAX);
    }

    /**
     * Notes that the namespace of an object is in use, if it is an owner's. A failure is ignored: the namespace then only
     * seems unused for longer.
     *
     * @param objects the cluster's objects
     * @param object an object that is about to be deleted
     */
    public static void noteUse(ObjectClient objects, KubeObject object) {
        ObjectRef ref = ObjectRef.toNamespace(object.namespace());
        if (!ref.name().startsWith(PREFIX)) {
            return;
        }
        try {
            objects.find(ref)
                    .filter(found -> found.label(LABEL).equals("true"))
                    .ifPresent(found -> objects.annotate(ref, Map.of(USED_AT, Labels.now())));
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return;
        }
    }

    /**
     * Creates it if need be, with its limits and rights, and marks it as used.
     *
     * @param context notes what is created on the receipt
     * @throws ConflictException if another owner, or another program, has a namespace of that name
     */
    public void ensure(StepContext context) {
        Optional<KubeObject> marked = Optional.empty();
        while (marked.isEmpty()) {
            marked = marked(context);
        }
        if (!isEquipped(marked.get())) {
            new NamespacePolicies(node.objects(), name(), owner, node.cluster().ownerLimits()).ensure();
            var unused = mark(Map.of(EQUIPPED, "true"));
        }
    }

    /** Returns it with our mark; nothing if a sweep deleted it before it was marked. */
    private Optional<KubeObject> marked(StepContext context) {
        Optional<KubeObject> existing = existing();
        KubeObject namespace = existing.isPresent() ? existing.get() : create(context);
        requireOwn(namespace);
        return isMarked(namespace) ? Optional.of(namespace) : mark(Map.of());
    }

    private boolean isMarked(KubeObject namespace) {
        return namespace.annotation(USED_BY).equals(run);
    }

    /**
     * Tells whether it has received its limits and rights. Any of them that is missing since was removed on purpose.
     *
     * @param namespace the namespace
     * @return whether they were created once
     */
    public static boolean isEquipped(KubeObject namespace) {
        return namespace.annotation(EQUIPPED).equals("true");
    }

    /** A namespace that is being deleted must be gone before a new one can be created. */
    private Optional<KubeObject> existing() {
        Optional<KubeObject> found = node.objects().find(ref());
        if (found.filter(KubeObject::isBeingDeleted).isPresent()) {
            new DeletionWait(node.objects(), ApiResource.NAMESPACES).await(found.get());
            return Optional.empty();
        }
        return found;
    }

    private KubeObject create(StepContext context) {
        try {
            return context.make(this);
        } catch (ConflictException e) { // another deploy of the same owner was first
            return node.objects().find(ref()).orElseThrow(() -> e);
        }
    }

    private void requireOwn(KubeObject namespace) {
        if (!namespace.label(LABEL).equals("true")
                || !namespace.annotation(OWNER).equals(owner)) {
            throw new ConflictException(
                    "the namespace \"%s\" exists, but does not belong to the owner \"%s\"".formatted(name(), owner));
        }
    }

    /** Returns it with the marks; nothing if it is being deleted, or gone. */
    private Optional<KubeObject> mark(Map<String, String> further) {
        Map<String, String> annotations = new HashMap<>(further);
        annotations.putAll(Map.of(USED_BY, run, USED_AT, Labels.now()));
        return node.objects()
                .mark(ref(), annotations, Map.of(Labels.RENTAL, rental.value()))
                .filter(namespace -> !namespace.isBeingDeleted());
    }

    @Override
    public ObjectRef ref() {
        return ObjectRef.toNamespace(name(owner));
    }

    @Override
    public KubeObject create() {
        return node.objects()
                .create(
                        ApiResource.NAMESPACES,
                        "",
                        new V1Namespace()
                                .apiVersion("v1")
                                .kind("Namespace")
                                .metadata(new V1ObjectMeta()
                                        .name(name())
                                        .putLabelsItem(LABEL, "true")
                                        .putLabelsItem(Labels.RENTAL, rental.value())
                                        .putAnnotationsItem(OWNER, owner)
                                        .putAnnotationsItem(USED_BY, run)
                                        .putAnnotationsItem(USED_AT, Labels.now())));
    }

    @Override
    public Optional<KubeObject> find() {
        return node.objects().find(ref()).filter(this::isMarked);
    }

    /** Only as long as no other deploy has marked it: the version that carries our mark is the one that is deleted. */
    @Override
    public void delete(KubeObject created) {
        Optional<KubeObject> now = node.objects().find(ref()).filter(created::isSame);
        if (now.isEmpty()) {
            return;
        }
        if (!isMarked(now.get())) {
            throw new ConflictException("another app of the owner uses it now");
        }
        new ObjectRemoval(node.objects(), ref()).deleteUnchanged(now.get());
    }
}
