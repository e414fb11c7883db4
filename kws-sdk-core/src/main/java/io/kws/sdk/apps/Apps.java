package io.kws.sdk.apps;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * The apps of a node (Kubernetes API: apps/v1 Deployment, v1 Service, networking.k8s.io/v1 Ingress; from Kubernetes 1.20
 * on): those that were deployed through the SDK, by whichever program. Each method blocks until what it asked for is so,
 * makes at least one call, and throws a {@link io.kws.sdk.errors.KwsException} if that fails. Where an app is named, its
 * name, its ID {@code namespace/name} or its rental's ID may be given; a name that apps of several namespaces share is an
 * {@link io.kws.sdk.errors.AmbiguousException}, an unknown one a {@link io.kws.sdk.errors.NotFoundException}, except where it
 * is to be deleted. Safe for use by many threads.
 */
public interface Apps {
    /**
     * Deploys an app and waits until it is ready as asked: makes what it needs (Secret, PersistentVolumeClaim,
     * Deployment, Service, Ingress), side by side where they do not wait for each other. All of it carries the rental's
     * ID. Where it belongs to an owner who has no namespace yet, one is made, with limits, a NetworkPolicy and rights to
     * read.
     *
     * <p>It ends in the app, or in an error after which nothing is left but what its receipt names as left. A transient
     * trouble, such as a pull that fails once or a room that is just being freed, is waited out for some seconds.
     *
     * <p>A request made twice, which has the same rental ID and asks for the same, the values of its secrets included, makes
     * one app and returns it both times, also when the two are under way at once; what was made by the other is on the
     * receipt as reused. If the one that makes it fails, both do.
     *
     * @param spec what to deploy
     * @return the app, and where it is reached
     * @throws io.kws.sdk.errors.InvalidRequestException if the image is no image's name, or the cluster refuses a value
     * @throws io.kws.sdk.errors.NotFoundException if the namespace, ingress class, image pull secret, TLS secret or storage
     *     class does not exist; one without a name is the cluster's default one, and a volume made by hand serves, too
     * @throws io.kws.sdk.errors.ConflictException if the namespace has an app of that name that another request has made, or
     *     another app the host name
     * @throws io.kws.sdk.errors.QuotaExceededException if the namespace may not have more
     * @throws io.kws.sdk.errors.NoCapacityException if no machine has room; says of what
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the image cannot be pulled, or the app ends again and again;
     *     with the reason, exit code and last lines of its log
     * @throws io.kws.sdk.errors.WaitTimedOutException if it is not ready in time; says what its health check finds
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    AppRental deploy(AppSpec spec);

    /**
     * Says what {@link #deploy} would do, and whether it can: namespace, name, host, ingress class, Secrets and storage are
     * looked at by the code of the deploy itself, and as far as the credentials may know it, the room on the machines and in
     * the quota of the namespace, also in that which an owner's new one would get. Makes nothing. Whether the image is there
     * shows only when it is done; on a cluster that adds machines by itself, a deploy without room may succeed nevertheless.
     *
     * @param spec what would be deployed
     * @return the plan, with each problem as the error that a deploy would end in
     * @throws io.kws.sdk.errors.NodeUnavailableException if the cluster does not answer
     * @throws io.kws.sdk.errors.AuthenticationFailedException if the credentials are refused
     */
    Plan plan(AppSpec spec);

    /**
     * Deploys an app in the background; otherwise as {@link #deploy}.
     *
     * @param spec what to deploy
     * @return the operation, which can be watched, cancelled and waited for
     */
    Operation<AppRental> deployAsync(AppSpec spec);

    /**
     * Gives an app a new image or other settings, and waits until all replicas are available in the new version. Until
     * then the old one serves, unless the app has storage, which only one of the two may have at a time. If the new one
     * does not become available, or the waiting is cut short, the app goes back to the version that served before. A change
     * that asks for nothing but what is so already makes no new version; it only waits until the app is available.
     *
     * <p>A replica that is to go serves on for 5 s, and has the usual 30 s to end after that, so that who leads requests to
     * it can hear of its end first. It returns once the former replicas are gone or have had these 5 s, and no sooner than
     * the Ingress controller, if it can be reached, no longer answers 502 to 504 at the app's URL; for that it waits 10 s at
     * most. Before Kubernetes 1.33 the 5 s take the program {@code sleep} in the image; without it, and for replicas of an
     * app deployed by an earlier version of the SDK, some requests may fail while the replicas change. An app with storage
     * does not answer between its two versions.
     *
     * @param nameOrId the app
     * @param change what to change
     * @return the app, in its new version
     * @throws io.kws.sdk.errors.KwsException if it fails, for the same reasons as {@link #deploy}; the receipt says whether
     *     the former version is back
     */
    App redeploy(String nameOrId, AppChange change);

    /**
     * Redeploys an app in the background; otherwise as {@link #redeploy}.
     *
     * @param nameOrId the app
     * @param change what to change
     * @return the operation, which can be watched, cancelled and waited for
     */
    Operation<App> redeployAsync(String nameOrId, AppChange change);

    /**
     * Gives an app another number of replicas, and waits up to 5 min until so many are available and the others are going, as
     * in {@link #redeploy}. If there is no room for them, the app goes back to the number it had.
     *
     * @param nameOrId the app
     * @param replicas how many; 0 stops the app
     * @return the app, scaled
     * @throws io.kws.sdk.errors.InvalidRequestException if the number is negative
     * @throws io.kws.sdk.errors.QuotaExceededException if the namespace may not have more
     * @throws io.kws.sdk.errors.NoCapacityException if no machine has room
     */
    App scale(String nameOrId, int replicas);

    /**
     * Replaces all replicas by new ones, the old ones serving until then as in {@link #redeploy}, and waits up to 5 min.
     *
     * @param nameOrId the app
     * @return the app, restarted
     */
    App restart(String nameOrId);

    /**
     * Deletes an app with all that was made for it, its storage included, and waits up to 5 min until its replicas are
     * gone. The owner's namespace stays. Deleting twice is fine, and so is deleting what never was.
     *
     * @param nameOrId the app; also the ID of a rental, which finds leftovers of an app that is gone already; what fits
     *     nothing is no error here
     * @return what was removed; empty if there was nothing
     * @throws io.kws.sdk.errors.KwsException if something could not be removed; the receipt names what was and what is left
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
     * Returns the apps that fit a query, by three lists however many there are, and up to three calls more for each that is in
     * trouble, to say why.
     *
     * @param query which
     * @return the apps, possibly none, sorted by ID
     */
    List<App> list(AppQuery query);

    /**
     * Returns the end of what the app's replicas have written, sorted by time. A replica whose log its machine cannot read
     * just then, as it is only beginning or has just ended, has no lines.
     *
     * @param nameOrId the app
     * @param query which part
     * @return the lines, possibly none
     */
    List<LogLine> logs(String nameOrId, LogQuery query);

    /**
     * Returns the logs as they are written, beginning with the part that the query describes. A log that its machine cannot
     * read just then is asked for again.
     *
     * @param nameOrId the app
     * @param query where to begin
     * @return the stream, to be closed
     */
    LogStream follow(String nameOrId, LogQuery query);

    /**
     * Runs one command in one of the app's running replicas, without input and without a shell, and waits up to 5 min for
     * its end. Not repeated: whether a command whose answer was lost has run is not known. Takes the right to {@code get}
     * {@code pods/exec}, and from Kubernetes 1.35 on to {@code create} it as well.
     *
     * @param nameOrId the app
     * @param command the program and its arguments
     * @return its exit code and what it wrote, at most 1 MiB of each
     * @throws io.kws.sdk.errors.ConflictException if no replica is running
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials lack that right
     * @throws io.kws.sdk.errors.InvalidRequestException if the command is empty, or the image does not have that program
     */
    ExecResult exec(String nameOrId, List<String> command);
}
