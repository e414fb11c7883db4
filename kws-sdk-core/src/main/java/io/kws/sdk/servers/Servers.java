package io.kws.sdk.servers;

import io.kws.sdk.images.Image;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The servers of a node (Compute API 2.1). Each method blocks until its work is complete, makes at least one call, and
 * throws a {@link io.kws.sdk.errors.KwsException} if a call fails. A server is identified by its name or its ID; a name
 * shared by several servers causes an {@link io.kws.sdk.errors.AmbiguousException}, an unknown one a {@link
 * io.kws.sdk.errors.NotFoundException}. State changes wait up to 5 min. Thread-safe.
 */
public interface Servers {
    /**
     * Rents a server and waits until it meets its readiness condition. Creates the keypair, the security group, the
     * port, the floating IP and the server, in parallel where they do not depend on each other. All of them carry the
     * rental's ID.
     *
     * <p>Returns the server, or fails and leaves nothing behind except the resources its receipt lists as left. Before
     * a creating call is retried, the SDK checks whether the first attempt succeeded.
     *
     * <p>A rental ID can be used once: renting the same spec again, or another spec with its rental ID, fails, because
     * the private key of an existing server is not available a second time. If the result is lost, find the server with
     * {@code rentals().find(spec.rentalId())}, and release it by that ID to start over.
     *
     * @param spec what to rent
     * @return the server, and how to log in to it
     * @throws io.kws.sdk.errors.InvalidRequestException if the flavor is too small for the image, the cloud-init would
     *     override the login's password, or the service rejects a value
     * @throws io.kws.sdk.errors.NotFoundException if the image, flavor, network or keypair does not exist
     * @throws io.kws.sdk.errors.AmbiguousException if a name matches several resources, or no network is named and
     *     there are several
     * @throws io.kws.sdk.errors.AlreadyRentedException if the project already has a rented server of that name, or an
     *     earlier or concurrent request has created something for that rental ID
     * @throws io.kws.sdk.errors.QuotaExceededException if the project's quota is exhausted
     * @throws io.kws.sdk.errors.NoCapacityException if no host has enough capacity
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the server enters ERROR, or cloud-init fails
     * @throws io.kws.sdk.errors.WaitTimedOutException if it is not ready in time
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    ServerRental rent(ServerSpec spec);

    /**
     * Previews {@link #rent}: checks that everything the spec names exists and is compatible, that the name is free,
     * and that the project's limits and the external network's addresses suffice. Creates nothing.
     *
     * @param spec what would be rented
     * @return the plan, with each problem as the error that {@link #rent} would throw
     * @throws io.kws.sdk.errors.NodeUnavailableException if a service does not answer
     * @throws io.kws.sdk.errors.AuthenticationFailedException if the credentials are rejected
     */
    Plan plan(ServerSpec spec);

    /**
     * Rents a server in the background; otherwise like {@link #rent}.
     *
     * @param spec what to rent
     * @return the operation, to follow, cancel or wait for
     */
    Operation<ServerRental> rentAsync(ServerSpec spec);

    /**
     * Deletes a server, waits until it is gone, and deletes what was created for it: its port, floating IP, security
     * group and keypair. For a server that was not rented through the SDK, deletes the server only. If deleting the
     * server fails, its other resources are kept too. Idempotent. Waits up to 5 min.
     *
     * @param nameOrId the server's name or ID, or the ID of a rental, which also finds leftovers of a server that is
     *     already gone
     * @return the deleted resources; empty if there were none
     * @throws io.kws.sdk.errors.KwsException if a deletion fails; the receipt lists what was deleted and what is left
     * @throws io.kws.sdk.errors.WaitTimedOutException if the server is not gone within 5 min
     */
    Receipt release(String nameOrId);

    /**
     * Returns a server.
     *
     * @param nameOrId its name or ID
     * @return the server
     */
    Server get(String nameOrId);

    /**
     * Finds a server.
     *
     * @param nameOrId its name or ID
     * @return the server, if there is one
     */
    Optional<Server> find(String nameOrId);

    /** {@return all servers of the project, all pages} */
    default List<Server> list() {
        return list(ServerQuery.all());
    }

    /**
     * Returns the servers of the project that match a query, all pages.
     *
     * @param query the query
     * @return the servers, possibly none
     */
    List<Server> list(ServerQuery query);

    /**
     * Starts a stopped server and waits until it is ACTIVE. Does nothing if it already is.
     *
     * @param nameOrId the server
     * @return the server, started
     * @throws io.kws.sdk.errors.ConflictException if its state does not allow it
     */
    Server start(String nameOrId);

    /**
     * Stops a server and waits until it is SHUTOFF. Does nothing if it already is.
     *
     * @param nameOrId the server
     * @return the server, stopped
     * @throws io.kws.sdk.errors.ConflictException if its state does not allow it
     */
    Server stop(String nameOrId);

    /**
     * Reboots a server and waits until it is ACTIVE again.
     *
     * @param nameOrId the server
     * @param how soft or hard
     * @return the server, rebooted
     * @throws io.kws.sdk.errors.ConflictException if its state does not allow it
     */
    Server reboot(String nameOrId, Reboot how);

    /**
     * Rebuilds a server from the image it was created from, and waits until it is ACTIVE, or SHUTOFF if it was stopped.
     * The content of its disk is lost; ID, addresses, keypair and rental are kept.
     *
     * @param nameOrId the server
     * @return the server, rebuilt
     * @throws io.kws.sdk.errors.ConflictException if its state does not allow it
     * @throws io.kws.sdk.errors.InvalidRequestException if it boots from a volume; pass the image to {@link
     *     #reset(String, String)} instead
     */
    Server reset(String nameOrId);

    /**
     * Rebuilds a server from another image; otherwise like {@link #reset(String)}.
     *
     * @param nameOrId the server
     * @param image the image's name or ID
     * @return the server, rebuilt
     */
    Server reset(String nameOrId, String image);

    /**
     * Resizes a server to another flavor, waits, and confirms the resize. A running server restarts; a stopped one
     * stays stopped.
     *
     * @param nameOrId the server
     * @param flavor the flavor's name or ID
     * @return the server, resized
     * @throws io.kws.sdk.errors.ConflictException if its state does not allow it
     * @throws io.kws.sdk.errors.InvalidRequestException if it already has that flavor, or its disk would shrink
     * @throws io.kws.sdk.errors.QuotaExceededException if the project's quota is exhausted
     * @throws io.kws.sdk.errors.NoCapacityException if no host has enough capacity
     */
    Server resize(String nameOrId, String flavor);

    /**
     * Creates an image of a server's disk, and waits up to 30 min until the image is active. If the snapshot fails, the
     * image is deleted.
     *
     * @param nameOrId the server
     * @param imageName the name of the image to create, 1 to 255 characters
     * @return the image
     * @throws io.kws.sdk.errors.InvalidRequestException if the name is empty or too long
     * @throws io.kws.sdk.errors.ConflictException if the server's state does not allow it
     * @throws io.kws.sdk.errors.ProvisioningFailedException if creating the image fails
     */
    Image snapshot(String nameOrId, String imageName);

    /**
     * Returns the URL of a web page with the server's screen and keyboard (noVNC). Anyone with this URL has access, so
     * treat it as a secret; it expires after some minutes.
     *
     * @param nameOrId the server
     * @return the URL
     * @throws io.kws.sdk.errors.CapabilityMissingException if the node does not offer consoles
     * @throws io.kws.sdk.errors.ConflictException if the server has none yet because it is not scheduled to a host
     */
    URI consoleUrl(String nameOrId);

    /**
     * Returns the last lines of the server's console output.
     *
     * @param nameOrId the server
     * @param lines the maximum number of lines, at least 1
     * @return the text, possibly empty
     * @throws io.kws.sdk.errors.InvalidRequestException if {@code lines} is less than 1
     */
    String consoleLog(String nameOrId, int lines);
}
