package io.kws.sdk.k8s.workloads;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.values.AppValue;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.capacity.ClusterCapacity;
import io.kws.sdk.k8s.capacity.ReplicaCapacity;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.objects.ObjectRemoval;
import io.kws.sdk.k8s.storage.StorageClaim;
import io.kws.sdk.rentals.Rental;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deploys an app or IDE: checks what can be checked, creates its namespace, storage, Secret, Deployment, Service and Ingress,
 * and waits until it is available.
 */
public final class DeployWorkload {
    private final ClusterContext node;
    private final Workload workload;
    private final AppSpec spec;
    private final Rental rental;
    private final WorkloadLocation location;
    private final IngressHosts hosts;
    private final DuplicateRequest duplicate;
    private final WorkloadResources resources;

    DeployWorkload(ClusterContext node, Workload workload) {
        this.node = node;
        this.workload = workload;
        this.spec = workload.spec();
        this.rental = workload.rental();
        this.location = WorkloadLocation.of(spec, node.cluster(), node.client()::preferredNamespace);
        this.hosts = new IngressHosts(node);
        this.duplicate = new DuplicateRequest(node, workload, location, WorkloadManifests.request(workload, location));
        this.resources = new WorkloadResources(node, workload, location, Labels.newRevision());
    }

    /**
     * Returns the use case. If the same request is sent twice, even at the same time, one workload is created, and both
     * calls end with it.
     *
     * @param node the node
     * @param workload what to deploy
     * @return the use case
     */
    public static UseCase<AppRental> useCase(ClusterContext node, Workload workload) {
        return new UseCase<>(
                workload.kind().attempt(workload.spec().name()),
                workload.spec().readyWithin(),
                steps -> new DeployWorkload(node, workload).define(steps));
    }

    DuplicateRequest duplicate() {
        return duplicate;
    }

    /** Counts how many replicas fit. */
    ReplicaCapacity capacity() {
        ClusterCapacity pods = ClusterCapacity.of(node.objects(), spec);
        ClusterCapacity capacity =
                spec.storage().filter(storage -> isStorageNew()).map(pods::with).orElse(pods);
        return location.isOwners()
                ? capacity.inOwnerNamespace(location.namespace(), node.cluster().ownerLimits())
                : capacity.in(location.namespace());
    }

    /** Claims that may not be read are reported by the checks. */
    private boolean isStorageNew() {
        try {
            return resources.claim().flatMap(StorageClaim::find).isEmpty();
        } catch (AccessDeniedException e) {
            return false;
        }
    }

    DeployChecks checks() {
        return new DeployChecks(node, workload, location, resources.claim());
    }

    /** Returns its namespace and URL, in words. */
    String describeLocation() {
        return "namespace " + location.namespace()
                + location.url().map(url -> " and " + url).orElse("");
    }

    private UseCase.ResultReader<AppRental> define(Steps steps) {
        Prerequisites prerequisites = prerequisites(steps);
        Step<KubeObject> deployment = steps.add(
                "create deployment",
                context -> createDeployment(context, prerequisites),
                prerequisites.all().toArray(Step<?>[]::new));
        Step<?> service =
                steps.act("create service", context -> createService(context, deployment.result()), deployment);
        Step<?> ingress = ingress(steps, deployment);
        Step<KubeObject> available = steps.add(
                "wait until available",
                context -> new Rollout(node.objects(), new Deployment(deployment.result()), "").await(context::report),
                deployment);
        if (spec.readyWhen() instanceof AppReadiness.UrlAnswers wanted) {
            steps.act(
                    "wait until the URL answers",
                    context -> hosts.awaitAnswer(location.url().orElseThrow().resolve(wanted.path()), context::report),
                    available,
                    service,
                    ingress);
        }
        return receipt -> new AppRental(app(available.result()), rental(available.result()), receipt);
    }

    /**
     * The steps that must end before the Deployment is created.
     *
     * @param existing finds the Deployment that this very request has created already
     * @param secret creates the Secret, if there is to be one
     * @param storage returns the rental that everything belongs to; nothing if another run of this request has claimed the
     *     storage and created the Deployment
     * @param all all of them
     */
    private record Prerequisites(
            Step<Optional<KubeObject>> existing,
            Step<Optional<KubeObject>> secret,
            Step<Optional<Rental>> storage,
            List<Step<?>> all) {}

    private Prerequisites prerequisites(Steps steps) {
        Step<Optional<KubeObject>> existing = steps.add("check the name", context -> duplicate.find());
        Step<?>[] ready = ready(steps, existing);
        Step<Optional<Rental>> storage = storage(steps, existing, ready);
        Step<Optional<KubeObject>> secret = secret(steps, existing, storage, ready);
        List<Step<?>> all = new ArrayList<>(List.of(ready));
        all.addAll(List.of(secret, storage));
        return new Prerequisites(existing, secret, storage, all);
    }

    /** Returns the steps that must end before anything is created in the namespace. */
    private Step<?>[] ready(Steps steps, Step<Optional<KubeObject>> existing) {
        List<Step<?>> checks = new ArrayList<>(List.of(existing));
        checks().all().forEach((name, check) -> checks.add(steps.add(name, context -> check.get())));
        Step<?>[] checked = checks.toArray(Step<?>[]::new);
        return location.isOwners()
                ? new Step<?>[] {
                    steps.act("prepare the namespace", context -> prepareNamespace(context, existing), checked)
                }
                : checked;
    }

    private void prepareNamespace(StepContext context, Step<Optional<KubeObject>> existing) {
        if (existing.result().isEmpty()) {
            new OwnerNamespace(node, spec.owner().orElseThrow(), spec.rentalId(), resources.revision()).ensure(context);
        }
    }

    /** Runs after the storage, which decides which rental the Secret belongs to. */
    private Step<Optional<KubeObject>> secret(
            Steps steps, Step<Optional<KubeObject>> existing, Step<Optional<Rental>> storage, Step<?>... ready) {
        return spec.secrets().isEmpty()
                ? steps.known(Optional.empty())
                : steps.add(
                        "create secret",
                        context -> storage.result()
                                .filter(known -> existing.result().isEmpty())
                                .map(known -> context.make(resources.secret(known))),
                        Stream.concat(Stream.of(ready), Stream.of(storage)).toArray(Step<?>[]::new));
    }

    private Step<Optional<Rental>> storage(Steps steps, Step<Optional<KubeObject>> existing, Step<?>... ready) {
        Optional<StorageClaim> claim = resources.claim();
        return claim.isEmpty()
                ? steps.known(Optional.of(rental))
                : steps.add(
                        "create storage",
                        context ->
                                existing.result().isPresent() ? Optional.empty() : claimStorage(context, claim.get()),
                        ready);
    }

    private Optional<Rental> claimStorage(StepContext context, StorageClaim claim) {
        String previousRun = workload.store().previousRun(claim);
        try {
            return Optional.of(workload.store().make(context, claim));
        } catch (ConflictException e) {
            if (!duplicate.isInProgress(previousRun)) {
                var unused = workload.store().check(claim); // fails with the reason if another rental was first
                throw e;
            }
            context.report("waiting for another call with the same request");
            var unused = duplicate.await(previousRun);
            return Optional.empty();
        }
    }

    /** Of two runs of one request, the one that creates the Deployment continues, and the other one waits with it. */
    private KubeObject createDeployment(StepContext context, Prerequisites prerequisites) {
        Optional<KubeObject> existing = prerequisites.existing().result();
        if (existing.isPresent()) {
            return join(context, existing.get());
        }
        Optional<Rental> known = prerequisites.storage().result();
        if (known.isEmpty()) {
            return join(context, duplicate.find().orElseThrow(DuplicateRequest::failedElsewhere));
        }
        try {
            return context.make(resources.deployment(known.get()));
        } catch (ConflictException e) {
            KubeObject other = duplicate.find().orElseThrow(() -> e);
            prerequisites.secret().result().ifPresent(secret -> removeSecret(context, secret));
            return join(context, other);
        }
    }

    private void removeSecret(StepContext context, KubeObject secret) {
        context.remove(new ObjectRemoval(node.objects(), ObjectRef.to(ManagedKind.SECRET, secret)), secret);
    }

    private KubeObject join(StepContext context, KubeObject other) {
        context.reuse(ManagedKind.DEPLOYMENT.receiptKind(), spec.name(), other.uid());
        return other;
    }

    private void createService(StepContext context, KubeObject deployment) {
        if (resources.isOurs(deployment)) {
            var unused = context.make(resources.service(rental(deployment), deployment));
        }
    }

    private Step<?> ingress(Steps steps, Step<KubeObject> deployment) {
        if (location.host().isEmpty()) {
            return steps.known("");
        }
        return steps.act("create ingress", context -> createIngress(context, deployment.result()), deployment);
    }

    /** If two workloads take one host at the same time, at least the later one sees the other. */
    private void createIngress(StepContext context, KubeObject deployment) {
        if (resources.isOurs(deployment)) {
            var unused = context.make(resources.ingress(rental(deployment), deployment));
            ObjectClient.ifAllowed(() -> hosts.requireFree(location, spec.name()));
        }
    }

    private App app(KubeObject deployment) {
        AppValue.Builder app = new Deployment(deployment).app(node.client().node(), "");
        location.url().ifPresent(app::url);
        return app.build();
    }

    /** The rental of a request sent twice began with the first one, and that of a workspace continues. */
    private Rental rental(KubeObject deployment) {
        return RentalTags.read(deployment.annotations()).orElse(rental);
    }
}
