package io.kws.sdk.k8s.workloads;

import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.storage.StorageClaim;
import io.kws.sdk.operations.PollInterval;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a request that was sent twice, with the same rental ID and content, from two requests for the same name.
 *
 * @param node the node
 * @param workload what is asked for
 * @param location where it is to run
 * @param request the digest of what is asked for, which the created objects are annotated with
 */
record DuplicateRequest(ClusterContext node, Workload workload, WorkloadLocation location, String request) {
    private static final PollInterval POLL = new PollInterval(Duration.ofMillis(100), 0.2, Duration.ofSeconds(1));

    /**
     * Returns the Deployment that this very request has created already, if it has.
     *
     * @throws ConflictException if a Deployment of the SDK's without a rental, or of others, has the name
     * @throws AlreadyRentedException if the Deployment of another rental has the name
     */
    Optional<KubeObject> find() {
        Optional<KubeObject> existing = node.objects().find(location.ref(ManagedKind.DEPLOYMENT, spec().name()));
        existing.ifPresent(this::requireSame);
        return existing;
    }

    private AppSpec spec() {
        return workload.spec();
    }

    private void requireSame(KubeObject existing) {
        if (existing.isBeingDeleted()) {
            throw taken(existing, "has %s of that name, which is being deleted; try again later, or use another name");
        }
        if (!isOfRequest(existing)) {
            throw taken(existing, "already has %s of that name; " + advice(existing));
        }
        boolean isSame = existing.annotation(StorageClaim.REQUEST).equals(request)
                && secrets(existing).equals(SecretValues.encoded(spec().secrets()));
        if (!isSame) {
            throw taken(existing, "already has %s of that name, with other settings; " + advice(existing));
        }
    }

    /** A workspace that is reused keeps its own rental rather than that of the request. */
    private boolean isOfRequest(KubeObject existing) {
        return existing.rental().equals(spec().rentalId().value())
                || existing.annotation(StorageClaim.REQUEST).equals(request);
    }

    private KwsException taken(KubeObject existing, String problem) {
        String reason = "the namespace \"%s\" ".formatted(location.namespace()) + problem.formatted(what(existing));
        return existing.rental().isEmpty() ? new ConflictException(reason) : new AlreadyRentedException(reason);
    }

    private static String what(KubeObject existing) {
        return existing.rental().isEmpty()
                ? "a Deployment"
                : "an %s (rental %s)".formatted(WorkloadKind.of(existing).noun(), existing.rental());
    }

    private static String advice(KubeObject existing) {
        return existing.rental().isEmpty()
                ? "use another name"
                : WorkloadKind.of(existing).advice();
    }

    private Map<String, String> secrets(KubeObject existing) {
        String name = new Deployment(existing).secretName();
        return name.isEmpty()
                ? Map.of()
                : node.objects()
                        .find(location.ref(ManagedKind.SECRET, name))
                        .map(SecretValues::of)
                        .orElse(Map.of());
    }

    /**
     * Returns whether another run of this request has created or reused the claim of its storage.
     *
     * @param previousRun the run that the claim was marked by before
     */
    boolean isInProgress(String previousRun) {
        String name = workload.store().claimName(spec().name());
        return node.objects()
                .find(location.ref(ManagedKind.PERSISTENT_VOLUME_CLAIM, name))
                .filter(this::isOfRequest)
                .filter(claim -> !StorageClaim.run(claim).equals(previousRun))
                .isPresent();
    }

    /**
     * Waits for the Deployment that another run of this request is about to create.
     *
     * @param previousRun the run that the claim is marked by again if the other run fails
     * @throws AlreadyRentedException if the other run fails
     */
    KubeObject await(String previousRun) {
        return new Waiting(POLL)
                .until(
                        () -> find().or(() -> requireInProgress(previousRun)),
                        Optional::isPresent,
                        nothing -> "another call was sending the same request")
                .orElseThrow();
    }

    private Optional<KubeObject> requireInProgress(String previousRun) {
        if (!isInProgress(previousRun)) {
            throw failedElsewhere();
        }
        return Optional.empty();
    }

    /** Returns the error of a call that has waited for another run of its request in vain. */
    static AlreadyRentedException failedElsewhere() {
        return new AlreadyRentedException("another call with the same request was first, but failed; try again");
    }
}
