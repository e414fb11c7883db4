package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.openapi.JSON;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Deploys an app, or what is made like one. */
public final class DeployWorkload {
    private final WorkloadContext node;
    private final Workload workload;
    private final AppSpec spec;
    private final Rental rental;
    private final WorkloadLocation place;
    private final IngressHosts hosts;
    private final DuplicateRequest repetition;
    private final String revision = Labels.newRevision();

    DeployWorkload(WorkloadContext node, Workload workload) {
        this.node = node;
        this.workload = workload;
        this.spec = workload.spec();
        this.rental = workload.rental();
        this.place = WorkloadLocation.of(spec, node.cluster(), node.client()::preferredNamespace);
        this.hosts = new IngressHosts(node);
        this.repetition = new DuplicateRequest(node, workload, place, WorkloadManifests.request(workload, place));
    }

    /**
     * Returns the use case. Done twice for one request, also by two at once, it makes one and ends in it both times.
     *
     * @param node where
     * @param workload what to deploy
     * @return the use case
     */
    public static UseCase<AppRental> useCase(WorkloadContext node, Workload workload) {
        return new UseCase<>(
                workload.kind().attempt(workload.spec().name()),
                workload.spec().readyWithin(),
                steps -> new DeployWorkload(node, workload).define(steps));
    }

    DuplicateRequest repetition() {
        return repetition;
    }

    /** Looks how many of its replicas there is room for. */
    ReplicaCapacity room() {
        ClusterCapacity machines = ClusterCapacity.of(node.client(), spec);
        return spec.storage()
                .filter(storage -> isStorageNew())
                .map(machines::with)
                .orElse(machines)
                .room(place, node.cluster().ownerLimits());
    }

    /** What must not be looked at is looked into by the checks. */
    private boolean isStorageNew() {
        try {
            return claim().flatMap(StorageClaim::present).isEmpty();
        } catch (AccessDeniedException e) {
            return false;
        }
    }

    DeployChecks checks() {
        return new DeployChecks(node, workload, place, claim());
    }

    /** Returns where it would live and be reached, in words. */
    String whereTo() {
        return "namespace " + place.namespace()
                + place.url().map(url -> " and " + url).orElse("");
    }

    private UseCase.ResultReader<AppRental> define(Steps steps) {
        Before before = before(steps);
        Step<JsonNode> deployment = steps.add(
                "create deployment",
                context -> createDeployment(context, before),
                before.all().toArray(Step<?>[]::new));
        Step<?> service =
                steps.act("create service", context -> createService(context, deployment.result()), deployment);
        Step<?> ingress = ingress(steps, deployment);
        Step<JsonNode> available = steps.add(
                "wait until available",
                context -> new Rollout(node.client(), place.namespace(), spec.name())
                        .await(
                                new RentalId(Labels.get(deployment.result(), Labels.RENTAL)),
                                Labels.revision(deployment.result()),
                                context::report),
                deployment);
        if (spec.readyWhen() instanceof AppReadiness.UrlAnswers wanted) {
            steps.act(
                    "wait until the URL answers",
                    context -> hosts.awaitAnswer(place.url().orElseThrow().resolve(wanted.path()), context::report),
                    available,
                    service,
                    ingress);
        }
        return receipt -> new AppRental(app(available.result()), rental(available.result()), receipt);
    }

    /**
     * What must have ended before the Deployment can be made.
     *
     * @param name finds what this very request has made already, if it has
     * @param secret makes the Secret, if there is to be one
     * @param storage tells what rental all of it belongs to, if we are the ones to go on; nothing if another run of this
     *     request has had the storage and made the Deployment
     * @param all all of it
     */
    private record Before(
            Step<Optional<JsonNode>> name,
            Step<Optional<JsonNode>> secret,
            Step<Optional<Rental>> storage,
            List<Step<?>> all) {
        boolean isMade() {
            return name.result().isPresent();
        }
    }

    private Before before(Steps steps) {
        Step<Optional<JsonNode>> name = steps.add("check the name", context -> repetition.find());
        Step<?>[] ready = ready(steps, name);
        Step<Optional<Rental>> storage = storage(steps, name, ready);
        Step<Optional<JsonNode>> secret = secret(steps, name, storage, ready);
        List<Step<?>> all = new ArrayList<>(List.of(ready));
        all.addAll(List.of(secret, storage));
        return new Before(name, secret, storage, all);
    }

    /** Returns what must have ended before anything is made in the namespace. */
    private Step<?>[] ready(Steps steps, Step<Optional<JsonNode>> name) {
        List<Step<?>> checks = new ArrayList<>(List.of(name));
        checks().all().forEach((what, check) -> checks.add(steps.add(what, context -> check.get())));
        Step<?>[] checked = checks.toArray(Step<?>[]::new);
        return place.isOwners()
                ? new Step<?>[] {steps.act("prepare the namespace", context -> prepareNamespace(context, name), checked)
                }
                : checked;
    }

    private void prepareNamespace(StepContext context, Step<Optional<JsonNode>> name) {
        if (name.result().isEmpty()) {
            new OwnerNamespace(node, workload, revision).ensure(context);
        }
    }

    /** Whose it is shows only when the storage is there. */
    private Step<Optional<JsonNode>> secret(
            Steps steps, Step<Optional<JsonNode>> name, Step<Optional<Rental>> storage, Step<?>... ready) {
        return spec.secrets().isEmpty()
                ? steps.known(Optional.empty())
                : steps.add(
                        "create secret",
                        context -> storage.result()
                                .filter(known -> name.result().isEmpty())
                                .map(known -> createSecret(context, known)),
                        Stream.concat(Stream.of(ready), Stream.of(storage)).toArray(Step<?>[]::new));
    }

    private JsonNode createSecret(StepContext context, Rental known) {
        WorkloadManifests models = models(known);
        return context.make(part(removal(ApiResource.SECRETS, models.secretName()), known, models::secret));
    }

    private WorkloadManifests models(Rental known) {
        return new WorkloadManifests(workload, known, place, revision);
    }

    private Step<Optional<Rental>> storage(Steps steps, Step<Optional<JsonNode>> name, Step<?>... ready) {
        Optional<StorageClaim> claim = claim();
        return claim.isEmpty()
                ? steps.known(Optional.of(rental))
                : steps.add(
                        "create storage",
                        context -> name.result().isPresent() ? Optional.empty() : withStorage(context, claim.get()),
                        ready);
    }

    private Optional<Rental> withStorage(StepContext context, StorageClaim claim) {
        String formerRun = workload.store().formerRun(claim);
        try {
            return Optional.of(workload.store().make(context, claim));
        } catch (ConflictException e) {
            if (!repetition.isUnderWay(formerRun)) {
                workload.store().check(claim); // says so if another rental was first
                throw e;
            }
            context.report("waiting for another call that does the same");
            var unused = repetition.await(formerRun);
            return Optional.empty();
        }
    }

    private Optional<StorageClaim> claim() {
        return spec.storage()
                .map(storage -> new StorageClaim(node.client(), models(rental).claim(storage)));
    }

    /** Of two runs of one request, the one that makes the Deployment goes on, and the other one waits with it. */
    private JsonNode createDeployment(StepContext context, Before before) {
        if (before.isMade()) {
            return join(context, before.name().result().get());
        }
        Optional<Rental> known = before.storage().result();
        if (known.isPresent()) {
            try {
                return context.make(new ObjectResource(
                        removal(ApiResource.DEPLOYMENTS, spec.name()), this::isOurs, () -> deployment(known.get())));
            } catch (ConflictException e) {
                JsonNode other = repetition.find().orElseThrow(() -> e);
                return join(context, other, before.secret().result());
            }
        }
        return join(context, repetition.find().orElseThrow(DuplicateRequest::givenUp));
    }

    private JsonNode deployment(Rental known) {
        ObjectNode deployment =
                Json.read(JSON.serialize(models(known).deployment())).deepCopy();
        new GracefulDrain(node).prepare(deployment);
        return deployment;
    }

    private JsonNode join(StepContext context, JsonNode other, Optional<JsonNode> useless) {
        useless.ifPresent(secret -> context.remove(removal(ApiResource.SECRETS, Pods.name(secret)), secret));
        return join(context, other);
    }

    private JsonNode join(StepContext context, JsonNode other) {
        context.reuse(ResourceKind.DEPLOYMENT, spec.name(), ObjectRemoval.uid(other));
        return other;
    }

    private boolean isOurs(JsonNode deployment) {
        return Labels.revision(deployment).equals(revision);
    }

    private void createService(StepContext context, JsonNode deployment) {
        if (isOurs(deployment)) {
            Rental known = rental(deployment);
            ObjectRemoval service = removal(ApiResource.SERVICES, spec.name());
            context.make(part(service, known, () -> models(known).service(deployment)));
        }
    }

    private Step<?> ingress(Steps steps, Step<JsonNode> deployment) {
        if (place.host().isEmpty()) {
            return steps.known("");
        }
        return steps.act("create ingress", context -> createIngress(context, deployment.result()), deployment);
    }

    /** Of two that take one host at once, at least the later one sees the other. */
    private void createIngress(StepContext context, JsonNode deployment) {
        if (isOurs(deployment)) {
            String ingressClass = node.cluster().ingressClass().orElse("");
            Rental known = rental(deployment);
            ObjectRemoval ingress = removal(ApiResource.INGRESSES, spec.name());
            context.make(part(ingress, known, () -> models(known).ingress(deployment, ingressClass)));
            hosts.requireFree(place, spec.name());
        }
    }

    private static ObjectResource part(ObjectRemoval removal, Rental known, Supplier<?> model) {
        return new ObjectResource(removal, found -> Labels.isOf(found, known.id()), model);
    }

    private ObjectRemoval removal(ApiResource api, String name) {
        return new ObjectRemoval(node.client(), api, place.namespace(), name);
    }

    private App app(JsonNode deployment) {
        return new DeploymentJson(node.client().node()).read(deployment, place.url(), "");
    }

    /** That of a request made twice began with the first one, and that of a workspace goes on. */
    private Rental rental(JsonNode deployment) {
        return RentalTags.read(Json.texts(deployment.path("metadata").path("annotations")))
                .orElse(rental);
    }
}
