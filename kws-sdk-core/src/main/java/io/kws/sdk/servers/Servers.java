package io.kws.sdk.servers;

import io.kws.sdk.images.Image;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The servers of a node (Compute API 2.1). Each method blocks until what it asked for is so, makes at least one call, and
 * throws a {@link io.kws.sdk.errors.KwsException} if that fails. Where a server is named, its name or its ID may be given;
 * a name that several servers share is an {@link io.kws.sdk.errors.AmbiguousException}, an unknown one a
 * {@link io.kws.sdk.errors.NotFoundException}. Changes of state wait up to 5 min. Safe for use by many threads.
 */
public interface Servers {
    /**
     * Rents a server and waits until it is ready as asked: makes the keypair, the security group, the port, the floating
     * IP and the server, side by side where they do not wait for each other. All of it carries the rental's ID.
     *
     * <p>It ends in the server, or in an error after which nothing is left but what its receipt names as left. No call
     * that makes something is repeated without looking first whether it has been carried out.
     *
     * <p>A rental is rented once: the same spec again, or another one of its rental ID, is refused, as the private key of a
     * server that is there could not be handed out a second time. Who has lost the answer finds the server by {@code
     * rentals().find(spec.rentalId())}, and releases it by that ID to begin anew.
     *
     * @param spec what to rent
     * @return the server, and how to get into it
     * @throws io.kws.sdk.errors.InvalidRequestException if the flavor is too small for the image, the cloud-init would
     *     undo the login's password, or the service refuses a value
     * @throws io.kws.sdk.errors.NotFoundException if the image, flavor, network or keypair does not exist
     * @throws io.kws.sdk.errors.AmbiguousException if a name stands for several things, or the network is not named and
     *     there are several
     * @throws io.kws.sdk.errors.AlreadyRentedException if the project has a rented server of that name already, or
     *     something was made for that rental's ID by an earlier request, or by another one
     * @throws io.kws.sdk.errors.QuotaExceededException if the project may not have more
     * @throws io.kws.sdk.errors.NoCapacityException if no host has room
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the server ends in ERROR, or cloud-init in an error
     * @throws io.kws.sdk.errors.WaitTimedOutException if it is not ready in time
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    ServerRental rent(ServerSpec spec);

    /**
     * Says what {@link #rent} would do, and whether it can: whether all that the spec names exists and fits together, the
     * name is free, and the project's limits and the external network's addresses leave room. Makes nothing.
     *
     * @param spec what would be rented
     * @return the plan, with each problem as the error that a rent would end in
     * @throws io.kws.sdk.errors.NodeUnavailableException if a service does not answer
     * @throws io.kws.sdk.errors.AuthenticationFailedException if the credentials are refused
     */
    Plan plan(ServerSpec spec);

    /**
     * Rents a server in the background; otherwise as {@link #rent}.
     *
     * @param spec what to rent
     * @return the operation, which can be watched, cancelled and waited for
     */
    Operation<ServerRental> rentAsync(ServerSpec spec);

    /**
     * Deletes a server, waits until it is gone, and removes what was made for it: its port, floating IP, security group
     * and keypair. Of a server that was not rented through the SDK, only the server is deleted. If the server cannot be
     * deleted, what belongs to it stays too. Releasing twice is fine. Waits up to 5 min.
     *
     * @param nameOrId the server; also the ID of a rental, which finds leftovers of a server that is gone already
     * @return what was removed; empty if there was nothing
     * @throws io.kws.sdk.errors.KwsException if something could not be removed; the receipt names what was and what is left
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
     * Returns a server, or nothing.
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
     * Returns the servers of the project that fit a query, all pages.
     *
     * @param query which
     * @return the servers, possibly none
     */
    List<Server> list(ServerQuery query);

    /**
     * Starts a stopped server and waits until it is ACTIVE. Fine if it is already.
     *
     * @param nameOrId the server
     * @return the server, started
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it
     */
    Server start(String nameOrId);

    /**
     * Stops a server and waits until it is SHUTOFF. Fine if it is already.
     *
     * @param nameOrId the server
     * @return the server, stopped
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it
     */
    Server stop(String nameOrId);

    /**
     * Reboots a server and waits until it is ACTIVE again.
     *
     * @param nameOrId the server
     * @param how softly or hard
     * @return the server, rebooted
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it
     */
    Server reboot(String nameOrId, Reboot how);

    /**
     * Makes a server anew from the image it was made from, and waits until it is ACTIVE, or SHUTOFF if it was stopped. Its
     * disk's content is lost; ID, addresses, keypair and rental stay.
     *
     * @param nameOrId the server
     * @return the server, as new
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it
     * @throws io.kws.sdk.errors.InvalidRequestException if it boots from a volume: name the image
     */
    Server reset(String nameOrId);

    /**
     * Makes a server anew from another image; otherwise as {@link #reset(String)}.
     *
     * @param nameOrId the server
     * @param image the image's name or ID
     * @return the server, as new
     */
    Server reset(String nameOrId, String image);

    /**
     * Gives a server another flavor, waits, and confirms. A running server restarts, a stopped one stays so.
     *
     * @param nameOrId the server
     * @param flavor the flavor's name or ID
     * @return the server, in its new size
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it
     * @throws io.kws.sdk.errors.InvalidRequestException if it has that flavor already, or its disk would shrink
     * @throws io.kws.sdk.errors.QuotaExceededException if the project may not have more
     * @throws io.kws.sdk.errors.NoCapacityException if no host has room
     */
    Server resize(String nameOrId, String flavor);

    /**
     * Makes an image of a server's disk, and waits up to 30 min until the image is active. If it fails, the image is
     * removed.
     *
     * @param nameOrId the server
     * @param imageName the name of the image to make, 1 to 255 characters
     * @return the image
     * @throws io.kws.sdk.errors.InvalidRequestException if the name is empty or too long
     * @throws io.kws.sdk.errors.ConflictException if the server's state forbids it
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the image could not be made
     */
    Image snapshot(String nameOrId, String imageName);

    /**
     * Returns the address of a page with the server's screen and keyboard (noVNC). Who knows it gets in, so treat it as a
     * secret; it is good for some minutes.
     *
     * @param nameOrId the server
     * @return the address
     * @throws io.kws.sdk.errors.CapabilityMissingException if the node serves no consoles
     * @throws io.kws.sdk.errors.ConflictException if the server has none yet, as no host has taken it
     */
    URI consoleUrl(String nameOrId);

    /**
     * Returns the end of what the server wrote to its console.
     *
     * @param nameOrId the server
     * @param lines how many lines at most, 1 or more
     * @return the text, possibly empty
     * @throws io.kws.sdk.errors.InvalidRequestException if it is less than one line
     */
    String consoleLog(String nameOrId, int lines);
}
