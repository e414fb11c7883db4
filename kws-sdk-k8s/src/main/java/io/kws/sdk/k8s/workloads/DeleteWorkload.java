package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
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

/** Takes away an app, or what is made like one, and what was made for it. */
public final class DeleteWorkload {
    /** The time allowed. */
    public static final Duration ALLOWED = Duration.ofMinutes(5);

    private static final List<ApiResource> PARTS =
            List.of(ApiResource.INGRESSES, ApiResource.SERVICES, ApiResource.SECRETS);
    private static final List<ApiResource> ALL = List.of(
            ApiResource.INGRESSES, ApiResource.SERVICES, ApiResource.SECRETS, ApiResource.PERSISTENT_VOLUME_CLAIMS);

    private final WorkloadContext node;
    private final WorkloadKind kind;
    private final Supplier<String> nameOrId;

    private DeleteWorkload(WorkloadContext node, WorkloadKind kind, Supplier<String> nameOrId) {
        this.node = node;
        this.kind = kind;
        this.nameOrId = nameOrId;
    }

    public static UseCase<Receipt> app(WorkloadContext node, String nameOrId) {
        return new UseCase<>("delete app \"" + nameOrId + "\"", ALLOWED, steps -> {
            DeleteWorkload delete = new DeleteWorkload(node, WorkloadKind.APP, () -> nameOrId);
            delete.define(steps, steps.known(""), delete::find);
            return receipt -> receipt;
        });
    }

    /**
     * Adds the steps that take away an IDE, all but its workspace.
     *
     * @param steps where to add them
     * @param node where the IDE is
     * @param which the step that finds its ID, or that of a rental
     * @return the last of the steps, which tells whether nothing runs any more
     */
    public static Step<Boolean> ide(Steps steps, WorkloadContext node, Step<String> which) {
        DeleteWorkload delete = new DeleteWorkload(node, WorkloadKind.IDE, which::result);
        return delete.define(steps, which, delete::find);
    }

    /** Returns what takes away all that was made beside a thing that is no more. */
    static UseCase<Receipt> rest(WorkloadContext node, WorkloadKind kind, RentalId rental) {
        return new UseCase<>("delete what is left of rental " + rental, ALLOWED, steps -> {
            DeleteWorkload delete = new DeleteWorkload(node, kind, rental::value);
            delete.define(steps, steps.known(""), () -> delete.requireNone(rental));
            return receipt -> receipt;
        });
    }

    /** Returns what is deleted beside the Deployment: the workspace of an IDE is a thing of its own. */
    static List<ApiResource> parts(WorkloadKind kind) {
        return kind == WorkloadKind.APP ? ALL : PARTS;
    }

    /** Returns the last of the steps, which tells whether nothing runs any more. */
    private Step<Boolean> define(Steps steps, Step<?> before, Supplier<Optional<JsonNode>> find) {
        Step<Optional<JsonNode>> deployment = steps.add("find deployment", context -> find.get(), before);
        Step<?> noted = steps.act(
                "note the use of the namespace",
                context -> deployment.result().ifPresent(found -> noteUse(node, found)),
                deployment);
        Map<ApiResource, Step<List<JsonNode>>> parts = new LinkedHashMap<>();
        for (ApiResource api : parts(kind)) {
            parts.put(
                    api,
                    steps.add(
                            "find " + api.plural(),
                            context -> find(context, api, rental(deployment.result())),
                            deployment));
        }
        // With the Deployment goes what it owns, so that must have been found before.
        Step<Boolean> deleted = steps.add(
                "delete deployment",
                context -> deployment
                        .result()
                        .map(found -> remove(context, ApiResource.DEPLOYMENTS, found))
                        .orElse(true),
                Stream.concat(Stream.of(noted), parts.values().stream()).toArray(Step<?>[]::new));
        Step<Boolean> ended = steps.add(
                "wait until the replicas are gone",
                context -> deleted.result() && awaitNoPods(rental(deployment.result())),
                deleted);
        parts.forEach((api, found) -> {
            boolean isStorage = api == ApiResource.PERSISTENT_VOLUME_CLAIMS;
            steps.act(
                    "delete " + api.plural(),
                    context -> found.result().forEach(part -> remove(context, api, part, !isStorage || ended.result())),
                    isStorage ? ended : found);
        });
        return ended;
    }

    private Optional<JsonNode> find() {
        return node.reader(kind).findDeployment(nameOrId.get());
    }

    /**
     * Notes that the owner's namespace of an object, if it is in one, is used as long as the object is there.
     *
     * @param node where
     * @param object what is about to be deleted
     */
    public static void noteUse(WorkloadContext node, JsonNode object) {
        OwnerNamespace.noteUse(node.client(), Pods.namespace(object));
    }

    /** A Deployment whose annotations were changed still has its label. */
    private Optional<JsonNode> requireNone(RentalId rental) {
        node.reader(kind).all(ApiResource.DEPLOYMENTS, rental).stream()
                .findFirst()
                .ifPresent(found -> {
                    throw new ConflictException(
                            "it is that of Deployment \"%s/%s\", whose annotations were changed; delete that %s by its name"
                                    .formatted(Pods.namespace(found), Pods.name(found), kind.noun()));
                });
        return Optional.empty();
    }

    /** Whoever else deletes a Deployment may not wait for its Pods, which then go after it. */
    private boolean awaitNoPods(Optional<RentalId> rental) {
        rental.ifPresent(id -> node.reader(kind)
                .all(ApiResource.PODS, id)
                .forEach(pod -> new DeletionWait(node.client(), ApiResource.PODS, Pods.namespace(pod)).await(pod)));
        return true;
    }

    /** What cannot be looked for counts as left, and does not stop the others. */
    private List<JsonNode> find(StepContext context, ApiResource api, Optional<RentalId> rental) {
        if (rental.isEmpty()) {
            return List.of();
        }
        try {
            return node.reader(kind).all(api, rental.get());
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            context.remove(new Unseen(ObjectRemoval.kind(api), rental.get(), e), "");
            return List.of();
        }
    }

    private boolean remove(StepContext context, ApiResource api, JsonNode object) {
        return context.remove(new ObjectRemoval(node.client(), api, Pods.namespace(object), Pods.name(object)), object);
    }

    private void remove(StepContext context, ApiResource api, JsonNode object, boolean isFree) {
        if (isFree) {
            remove(context, api, object);
        } else {
            removeInVain(context, object);
        }
    }

    /**
     * Notes storage as left that is still used: deleted now, it would go as soon as its user does, whoever ends that.
     *
     * @param context notes it
     * @param claim the storage
     */
    public static void removeInVain(StepContext context, JsonNode claim) {
        context.remove(new InUse(Pods.name(claim)), ObjectRemoval.uid(claim));
    }

    /** Returns the rental whose parts are to go: the app's, or if there is none, the one that was named. */
    private Optional<RentalId> rental(Optional<JsonNode> app) {
        return RentalId.parse(app.map(found -> Labels.get(found, Labels.RENTAL)).orElseGet(nameOrId));
    }

    /**
     * Parts of which nobody knows whether they are there; removing them fails for that reason.
     *
     * @param kind what they are
     * @param rental whose
     * @param why why they could not be looked for
     */
    private record Unseen(ResourceKind kind, RentalId rental, KwsException why) implements Removable<String> {
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
            throw why;
        }
    }

    /**
     * Storage that cannot be removed yet.
     *
     * @param name its name
     */
    private record InUse(String name) implements Removable<String> {
        @Override
        public ResourceKind kind() {
            return ResourceKind.PERSISTENT_VOLUME_CLAIM;
        }

        @Override
        public String id(String made) {
            return made;
        }

        @Override
        public void delete(String made) {
            throw new ConflictException("what uses it could not be removed");
        }
    }
}
