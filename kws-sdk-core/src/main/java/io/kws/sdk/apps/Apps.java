package io.kws.sdk.apps;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * The apps of a node (Kubernetes API: apps/v1 Deployment, v1 Service, networking.k8s.io/v1 Ingress; from Kubernetes
 * 1.20 on): those deployed through the SDK, by any program. Each method blocks until the request completes, makes at
 * least one call, and throws a {@link io.kws.sdk.errors.KwsException} if it fails. Parameters called {@code nameOrId}
 * accept a name, an ID {@code namespace/name} or a rental ID. A name shared by apps of several namespaces causes an
 * {@link io.kws.sdk.errors.AmbiguousException}, an unknown one a {@link io.kws.sdk.errors.NotFoundException}, except
 * when deleting. Thread-safe.
 */
public interface Apps {
    /**
     * Deploys an app and waits until it meets {@link AppSpec#readyWhen}. Creates its Secret, PersistentVolumeClaim,
     * Deployment, Service and Ingress, in parallel where they do not depend on each other. All of them carry the
     * rental's ID. If the owner has no namespace yet, one is created, with limits, a NetworkPolicy and read access.
     *
     * <p>On failure everything created is deleted again, except what the receipt lists as left. Transient failures,
     * such as a single failed pull or capacity that is just being freed, are tolerated for some seconds.
     *
     * <p>Idempotent: two requests with the same rental ID and the same spec, including the values of its secrets,
     * create one app and both return it, even if they run concurrently; the receipt lists what the other request
     * created as reused. If the request that creates the app fails, both fail.
     *
     * @param spec what to deploy
     * @return the app and its URL
     * @throws io.kws.sdk.errors.InvalidRequestException if the image name is invalid, or the cluster rejects a value
     * @throws io.kws.sdk.errors.NotFoundException if the namespace, ingress class, image pull secret, TLS secret or
     *     storage class does not exist; without a name the cluster's default is used, and a manually created volume
     *     works too
     * @throws io.kws.sdk.errors.ConflictException if the namespace has an app of that name created by another request,
     *     or another app uses the host name
     * @throws io.kws.sdk.errors.QuotaExceededException if the namespace's quota is exhausted
     * @throws io.kws.sdk.errors.NoCapacityException if no cluster node has room; names the resource that is short
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the image cannot be pulled, or the app keeps crashing;
     *     with the reason, exit code and last lines of its log
     * @throws io.kws.sdk.errors.WaitTimedOutException if it is not ready in time; reports the result of its health
     *     check
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    AppRental deploy(AppSpec spec);

    /**
     * Plans {@link #deploy} without creating anything. Checks namespace, name, host, ingress class, Secrets and storage
     * with the same code as the deployment and, as far as the credentials permit, the capacity of the cluster nodes and
     * the quota of the namespace, or the quota a new owner's namespace would get. Does not check that the image exists;
     * on a cluster with autoscaling, a deployment may succeed despite a reported lack of capacity.
     *
     * @param spec what would be deployed
     * @return the plan, with each problem as the error the deployment would fail with
     * @throws io.kws.sdk.errors.NodeUnavailableException if the cluster does not answer
     * @throws io.kws.sdk.errors.AuthenticationFailedException if the credentials are refused
     */
    Plan plan(AppSpec spec);

    /**
     * Deploys an app in the background; otherwise as {@link #deploy}.
     *
     * @param spec what to deploy
     * @return the operation, to follow, cancel or wait for
     */
    Operation<AppRental> deployAsync(AppSpec spec);

    /**
     * Changes the image or other settings of an app, and waits until all replicas of the new version are available.
     * Until then the old version keeps serving, unless the app has storage, which only one version can mount at a time.
     * If the new version does not become available, or the wait is interrupted, the app is rolled back to the previous
     * version. A change without effect creates no new version; it only waits until the app is available.
     *
     * <p>A terminating replica keeps serving for 5 s, so that load balancers can remove it first, and then has the
     * usual 30 s to stop. The method returns once the old replicas are gone or have had these 5 s, and the Ingress
     * controller, if reachable, no longer answers 502 to 504 at the app's URL; it waits at most 10 s for the latter.
     * Before Kubernetes 1.33 the 5 s require the program {@code sleep} in the image; without it, and for replicas of an
     * app deployed by an earlier version of the SDK, some requests may fail during the rollout. An app with storage
     * does not answer between its two versions.
     *
     * @param nameOrId the app
     * @param change what to change
     * @return the app, in its new version
     * @throws io.kws.sdk.errors.KwsException if it fails, for the same reasons as {@link #deploy}; the receipt tells
     *     whether the previous version was restored
     */
    App redeploy(String nameOrId, AppChange change);

    /**
     * Redeploys an app in the background; otherwise as {@link #redeploy}.
     *
     * @param nameOrId the app
     * @param change what to change
     * @return the operation, to follow, cancel or wait for
     */
    Operation<App> redeployAsync(String nameOrId, AppChange change);

    /**
     * Scales an app, and waits up to 5 min until the requested number of replicas is available and the others are
     * terminating, as in {@link #redeploy}. If there is no room for them, the app is scaled back.
     *
     * @param nameOrId the app
     * @param replicas the number of replicas; 0 stops the app
     * @return the app, scaled
     * @throws io.kws.sdk.errors.InvalidRequestException if the number is negative
     * @throws io.kws.sdk.errors.QuotaExceededException if the namespace's quota is exhausted
     * @throws io.kws.sdk.errors.NoCapacityException if no cluster node has room
     */
    App scale(String nameOrId, int replicas);

    /**
     * Restarts an app by replacing all replicas; the old ones keep serving until then, as in {@link #redeploy}. Waits
     * up to 5 min.
     *
     * @param nameOrId the app
     * @return the app, restarted
     */
    App restart(String nameOrId);

    /**
     * Deletes an app and everything created for it, including its storage, and waits up to 5 min until its replicas are
     * gone. The owner's namespace is kept. Idempotent: deleting an app that does not exist succeeds.
     *
     * @param nameOrId the app; a rental ID also finds what is left of an app that no longer exists; an unknown name or
     *     ID is ignored
     * @return what was deleted; empty if there was nothing
     * @throws io.kws.sdk.errors.KwsException if something could not be deleted; the receipt lists what was deleted and
     *     what is left
     */
    Receipt delete(String nameOrId);

    /**
     * Returns an app.
     *
     * @param nameOrId its name or ID
     * @return the app
     */
    App get(String nameOrId);

    /**
     * Returns an app, or nothing.
     *
     * @param nameOrId its name or ID
     * @return the app, if there is one
     */
    Optional<App> find(String nameOrId);

    /** {@return all apps: those of the node's one namespace if it is configured with one, else of all namespaces} */
    default List<App> list() {
        return list(AppQuery.all());
    }

    /**
     * Returns the apps that match a query. Makes three list calls regardless of the number of apps, and up to three
     * more calls for each failing app to find the reason.
     *
     * @param query which
     * @return the apps, possibly none, sorted by ID
     */
    List<App> list(AppQuery query);

    /**
     * Returns the last log lines of the app's replicas, sorted by time. A replica whose log is not readable at the
     * moment, because it is just starting or has just stopped, contributes no lines.
     *
     * @param nameOrId the app
     * @param query which part
     * @return the lines, possibly empty
     */
    List<LogLine> logs(String nameOrId, LogQuery query);

    /**
     * Streams the logs as they are written, starting with the part that the query describes. A log that is not readable
     * at the moment is retried.
     *
     * @param nameOrId the app
     * @param query where to begin
     * @return the stream; the caller must close it
     */
    LogStream follow(String nameOrId, LogQuery query);

    /**
     * Runs one command in one of the app's running replicas, without input and without a shell, and waits up to 5 min
     * for it to exit. Never retried, since a command whose response was lost may have run. Requires permission to
     * {@code get} {@code pods/exec}, and from Kubernetes 1.35 on also to {@code create} it.
     *
     * @param nameOrId the app
     * @param command the program and its arguments
     * @return its exit code and what it wrote, at most 1 MiB of each
     * @throws io.kws.sdk.errors.ConflictException if no replica is running
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials lack that permission
     * @throws io.kws.sdk.errors.InvalidRequestException if the command is empty, or the image does not have that
     *     program
     */
    ExecResult exec(String nameOrId, List<String> command);
}
