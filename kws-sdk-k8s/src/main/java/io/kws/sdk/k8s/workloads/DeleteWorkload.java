package io.kws.sdk.k8s.workloads;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.DeletionWait;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.objects.ObjectRemoval;
import io.kws.sdk.k8s.objects.RemovableObject;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Deletes an app or IDE, and everything that was created for it. */
public final class DeleteWorkload {
    /** The time allowed. */
    public static final Duration ALLOWED = Duration.ofMinutes(5);

    private final ClusterContext node;
    private final WorkloadKind kind;
    private final Supplier<String> nameOrId;

    private DeleteWorkload(ClusterContext node, WorkloadKind kind, Supplier<String> nameOrId) {
        this.node = node;
        this.kind = kind;
        this.nameOrId = nameOrId;
    }

    /**
     * Returns the use case that deletes an app.
     *
     * @param node the node
     * @param nameOrId the app's name, its ID, or the ID of its rental, even if the app is gone already
     * @return the use case
     */
    public static UseCase<Receipt> app(ClusterContext node, String nameOrId) {
        return new UseCase<>("delete app \"" + nameOrId + "\"", ALLOWED, steps -> {
            DeleteWorkload delete = new DeleteWorkload(node, WorkloadKind.APP, () -> nameOrId);
            delete.define(steps, steps.known(""), delete::find);
            return receipt -> receipt;
        });
    }

    /**
     * Adds the steps that delete an IDE, except its workspace.
     *
     * @param steps where to add them
     * @param node the IDE's node
     * @param which the step that finds the IDE's ID, or that of its rental
     * @return the last of the steps, which tells whether nothing runs any more
     */
    public static Step<Boolean> ide(Steps steps, ClusterContext node, Step<String> which) {
        DeleteWorkload delete = new DeleteWorkload(node, WorkloadKind.IDE, which::result);
        return delete.define(steps, which, delete::find);
    }

    /**
     * Returns the use case that deletes what is left of a rental whose Deployment is gone.
     *
     * @param node the node
     * @param kind what was rented
     * @param rental the rental
     * @return the use case, which fails if there is a Deployment
     */
    public static UseCase<Receipt> leftovers(ClusterContext node, WorkloadKind kind, RentalId rental) {
        return new UseCase<>("delete what is left of rental " + rental, ALLOWED, steps -> {
            DeleteWorkload delete = new DeleteWorkload(node, kind, rental::value);
            delete.define(steps, steps.known(""), () -> delete.requireNone(rental));
            return receipt -> receipt;
        });
    }

    /** Returns the last of the steps, which tells whether nothing runs any more. */
    private Step<Boolean> define(Steps steps, Step<?> before, Supplier<Optional<KubeObject>> find) {
        Step<Optional<KubeObject>> deployment = steps.add("find deployment", context -> find.get(), before);
        Step<?> noted = steps.act(
                "note the use of the namespace",
                context -> deployment.result().ifPresent(found -> OwnerNamespace.noteUse(node.objects(), found)),
                deployment);
        Map<ManagedKind, Step<List<KubeObject>>> besides = new LinkedHashMap<>();
        for (ManagedKind beside : kind.deletedWithDeployment()) {
            besides.put(
                    beside,
                    steps.add(
                            "find " + beside.api().plural(),
                            context -> find(context, beside, rental(deployment.result())),
                            deployment));
        }
        // The cluster deletes what the Deployment owns with it, so that must have been found before.
        Step<Boolean> deleted = steps.add(
                "delete deployment",
                context -> deployment
                        .result()
                        .map(found -> remove(context, ManagedKind.DEPLOYMENT, found))
                        .orElse(true),
                Stream.concat(Stream.of(noted), besides.values().stream()).toArray(Step<?>[]::new));
        Step<Boolean> ended = steps.add(
                "wait until the replicas are gone",
                context -> deleted.result() && awaitNoPods(rental(deployment.result())),
                deleted);
        besides.forEach((beside, found) -> {
            boolean isStorage = beside.lifetime() == ManagedKind.Lifetime.STORAGE;
            steps.act(
                    "delete " + beside.api().plural(),
                    context -> found.result()
                            .forEach(object -> removeIf(!isStorage || ended.result(), context, beside, object)),
                    isStorage ? ended : found);
        });
        return ended;
    }

    private WorkloadReader reader() {
        return new WorkloadReader(node, kind);
    }

    private Optional<KubeObject> find() {
        return reader().findDeployment(nameOrId.get());
    }

    /** A Deployment whose annotations were changed still has its label. */
    private Optional<KubeObject> requireNone(RentalId rental) {
        reader().all(ApiResource.DEPLOYMENTS, rental).stream().findFirst().ifPresent(found -> {
            throw new ConflictException(
                    "it belongs to the Deployment \"%s\", whose annotations were changed; delete that %s by its name"
                            .formatted(found.id(), kind.noun()));
        });
        return Optional.empty();
    }

    /** Another program that deletes a Deployment may not wait for its Pods, which end after it. */
    private boolean awaitNoPods(Optional<RentalId> rental) {
        DeletionWait wait = new DeletionWait(node.objects(), ApiResource.PODS);
        rental.ifPresent(id -> reader().all(ApiResource.PODS, id).forEach(wait::await));
        return true;
    }

    /** Objects that cannot be listed count as left, and do not keep the others from being deleted. */
    private List<KubeObject> find(StepContext context, ManagedKind beside, Optional<RentalId> rental) {
        if (rental.isEmpty()) {
            return List.of();
        }
        try {
            return reader().all(beside.api(), rental.get());
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            context.remove(new Unseen(beside.receiptKind(), rental.get(), e), "");
            return List.of();
        }
    }

    private boolean remove(StepContext context, ManagedKind of, KubeObject object) {
        return context.remove(new ObjectRemoval(node.objects(), ObjectRef.to(of, object)), object);
    }

    private void removeIf(boolean isFree, StepContext context, ManagedKind of, KubeObject object) {
        if (isFree) {
            remove(context, of, object);
        } else {
            noteInUse(context, object);
        }
    }

    /**
     * Notes storage as left that is still in use: deleted now, it would be gone as soon as its user ends.
     *
     * @param context notes it
     * @param claim the storage
     */
    public static void noteInUse(StepContext context, KubeObject claim) {
        context.remove(new InUse(ObjectRef.to(ManagedKind.PERSISTENT_VOLUME_CLAIM, claim)), claim);
    }

    /** Returns the rental whose objects are to be deleted: the app's, or if there is no app, the one that was named. */
    private Optional<RentalId> rental(Optional<KubeObject> app) {
        return RentalId.parse(app.map(KubeObject::rental).orElseGet(nameOrId));
    }

    /**
     * Objects that could not be listed; removing them fails for that reason.
     *
     * @param kind their kind
     * @param rental their rental
     * @param cause why they could not be listed
     */
    private record Unseen(ResourceKind kind, RentalId rental, KwsException cause) implements Removable<String> {
        @Override
        public String name() {
            return "of rental " + rental;
        }

        @Override
        public String id(String made) {
            return made;
        }

        @Override
        public void delete(String made) {
            throw cause;
        }
    }

    /**
     * Storage that cannot be removed yet.
     *
     * @param ref names it
     */
    private record InUse(ObjectRef ref) implements RemovableObject {
        @Override
        public void delete(KubeObject claim) {
            throw new ConflictException("the Pods that use it could not be removed");
        }
    }
}
