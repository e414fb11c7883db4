package io.kws.sdk.ides;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * The browser IDEs of a node: code-server by default, one for a name, each with a workspace that is kept when the IDE
 * is closed (Kubernetes API: apps/v1 Deployment, v1 Service, Secret and PersistentVolumeClaim, networking.k8s.io/v1
 * Ingress; from Kubernetes 1.20 on). Each method blocks until the request completes, makes at least one call, and
 * throws a {@link io.kws.sdk.errors.KwsException} if it fails. Parameters called {@code nameOrId} accept a name, an ID
 * {@code namespace/name} or a rental ID. A name shared by IDEs of several namespaces causes an {@link
 * io.kws.sdk.errors.AmbiguousException}, an unknown one a {@link io.kws.sdk.errors.NotFoundException}, except when
 * deleting. IDEs are not among the node's apps. Thread-safe.
 */
public interface Ides {
    /**
     * Opens an IDE and waits until its URL answers. Creates a Secret with the password, the workspace, a Deployment, a
     * Service, and an Ingress that keeps idle WebSockets open for an hour, in parallel where they do not depend on each
     * other. All of them carry the rental's ID. The existing workspace of a closed IDE of that name is reused as it is,
     * with its size and content.
     *
     * <p>The rental of an existing workspace continues: its ID, owner, start, end and protection are kept, whatever the
     * spec says, except that a term that ends later extends it; a term never shortens it. An earlier stop by a sweep is
     * cleared. A workspace that was kept without a rental starts the rental of the spec. The result contains the
     * rental.
     *
     * <p>On failure everything created is deleted again, except what the receipt lists as left; an existing workspace
     * and its rental stay as they were. Idempotent: two requests with the same rental ID and the same spec open one IDE
     * and both return it.
     *
     * @param spec what to open
     * @return the IDE, its URL and its password
     * @throws io.kws.sdk.errors.InvalidRequestException if there is neither a host nor a base domain, or the cluster
     *     rejects a value
     * @throws io.kws.sdk.errors.NotFoundException if the namespace, ingress class, image pull secret, TLS secret or,
     *     for a new workspace, the storage class does not exist; without a name the cluster's default is used, and a
     *     manually created volume works too, if the image's user may write to it
     * @throws io.kws.sdk.errors.ConflictException if the IDE is open already, the workspace of that name is another owner's,
     *     the name or host is taken, or the workspace's rental is over, unprotected, and the spec has no term to extend it by
     * @throws io.kws.sdk.errors.QuotaExceededException if the namespace's quota is exhausted
     * @throws io.kws.sdk.errors.NoCapacityException if no cluster node has room; names the resource that is short
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the image cannot be pulled, the storage is not
     *     provisioned, or the IDE keeps crashing; with the reason, exit code and last lines of its log
     * @throws io.kws.sdk.errors.WaitTimedOutException if it does not answer in time
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    IdeRental open(IdeSpec spec);

    /**
     * Opens an IDE in the background; otherwise as {@link #open}.
     *
     * @param spec what to open
     * @return the operation, to follow, cancel or wait for
     */
    Operation<IdeRental> openAsync(IdeSpec spec);

    /**
     * Says what {@link #open} would do, and whether it can: namespace, name, host, ingress class, Secrets and workspace are
     * looked at by the code of the open itself, and as far as the credentials may know it, the room on the machines and in the
     * quota of the namespace, also in that which an owner's new one would get. Makes nothing. Whether the image is there shows
     * only when it is done; on a cluster that adds machines by itself, an open without room may succeed nevertheless.
     *
     * @param spec what would be opened
     * @return the plan, with each problem as the error that an open would end in
     * @throws io.kws.sdk.errors.NodeUnavailableException if the cluster does not answer
     * @throws io.kws.sdk.errors.AuthenticationFailedException if the credentials are refused
     */
    Plan plan(IdeSpec spec);

    /**
     * Closes an IDE: takes away all but its workspace, password included, and waits up to 5 min until its Pod is gone.
     * The rental goes on, and {@link #open} of the same name brings the workspace back. Closing twice is fine.
     *
     * @param nameOrId the IDE
     * @return what was removed; empty if it was closed already
     * @throws io.kws.sdk.errors.NotFoundException if there is no such IDE, neither open nor closed
     * @throws io.kws.sdk.errors.KwsException if something could not be deleted; the receipt lists what was deleted and
     *     what is left
     */
    Receipt close(String nameOrId);

    /**
     * Deletes an IDE, open or closed, and waits up to 5 min until its Pod is gone. The owner's namespace stays, and so does
     * the workspace of an IDE that could not be removed. Deleting twice is fine, and so is deleting what never was.
     *
     * @param nameOrId the IDE; also the ID of a rental, which finds leftovers of an IDE that is gone already; what fits
     *     nothing is no error here
     * @param workspace what becomes of its workspace
     * @return what was removed or changed; empty if there was nothing
     * @throws io.kws.sdk.errors.KwsException if something could not be deleted; the receipt lists what was deleted and
     *     what is left
     */
    Receipt delete(String nameOrId, WorkspaceEnd workspace);

    /**
     * Returns an IDE, open or closed.
     *
     * @param nameOrId its name or ID
     * @return the IDE
     */
    Ide get(String nameOrId);

    /**
     * Returns an IDE, open or closed, or nothing.
     *
     * @param nameOrId its name or ID
     * @return the IDE, if there is one
     */
    Optional<Ide> find(String nameOrId);

    /** {@return all IDEs: those of the node's one namespace if it is configured with one, else of all namespaces} */
    default List<Ide> list() {
        return list(IdeQuery.all());
    }

    /**
     * Returns the IDEs that fit a query, open and closed, by four lists however many there are, and up to three calls more
     * for each that is in trouble, to say why.
     *
     * @param query which
     * @return the IDEs, possibly none, sorted by ID
     */
    List<Ide> list(IdeQuery query);
}
