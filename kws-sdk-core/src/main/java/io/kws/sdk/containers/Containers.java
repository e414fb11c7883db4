package io.kws.sdk.containers;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * The containers of a node (Container API v1, from microversion 1.24 on: OpenStack Stein or later). Each method blocks
 * until the request completes, makes at least one call, and throws a {@link io.kws.sdk.errors.KwsException} if it
 * fails: a {@link io.kws.sdk.errors.CapabilityMissingException} if the node has no Zun, or one too old. Where a
 * container is named, its name or its ID may be given; a name that several containers share is an {@link
 * io.kws.sdk.errors.AmbiguousException}, an unknown one a {@link io.kws.sdk.errors.NotFoundException}. Changes of state
 * wait up to 5 min. Thread-safe.
 */
public interface Containers {
    /**
     * Runs a container: has the image fetched, the container made and started, and waits until it is RUNNING. What ends by
     * itself with exit code 0 is well, too: the container may then be STOPPED. It carries the rental in its labels.
     *
     * <p>It ends in the container, or in an error after which nothing is left but what its receipt names as left. The call
     * that makes the container is not repeated without looking first whether it has been carried out. Zun deletes no
     * container whose image it is still fetching, or that is RESTARTING, unless an administrator asks; undoing waits for
     * another state as long as its time lasts, 60 s unless set otherwise.
     *
     * @param spec what to run
     * @return the container
     * @throws io.kws.sdk.errors.InvalidRequestException if the service refuses a value
     * @throws io.kws.sdk.errors.NotFoundException if the image or the network does not exist
     * @throws io.kws.sdk.errors.AmbiguousException if the network's name stands for several
     * @throws io.kws.sdk.errors.ConflictException if the project has a rented container of that name already, another
     *     request has made one for that rental's ID, or there is no network
     * @throws io.kws.sdk.errors.QuotaExceededException if the project's quota is exhausted
     * @throws io.kws.sdk.errors.NoCapacityException if no host has room
     * @throws io.kws.sdk.errors.ProvisioningFailedException if it ends in ERROR, or what it runs in another exit code than
     *     0; with the service's reason, or the last lines of its log
     * @throws io.kws.sdk.errors.WaitTimedOutException if it does not run in time
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    ContainerRental run(ContainerSpec spec);

    /**
     * Says what {@link #run} would do, and whether it can: whether the service is there, the name is free, the network exists, and the
     * project's limits leave room. Makes nothing.
     *
     * @param spec what would be run
     * @return the plan, with each problem as the error the creation would fail with
     * @throws io.kws.sdk.errors.NodeUnavailableException if a service does not answer
     * @throws io.kws.sdk.errors.AuthenticationFailedException if the credentials are refused
     */
    Plan plan(ContainerSpec spec);

    /**
     * Runs a container in the background; otherwise as {@link #run}.
     *
     * @param spec what to run
     * @return the operation, to follow, cancel or wait for
     */
    Operation<ContainerRental> runAsync(ContainerSpec spec);

    /**
     * Deletes a container, running or not, and waits until it is gone; what runs in it is given 10 s to end. Zun takes its
     * port and the security group of its exposed ports away with it. Deleting twice is fine. A paused container is
     * unpaused for it. Waits up to 5 min, also for a state in which Zun deletes.
     *
     * @param nameOrId the container; also the ID of a rental
     * @return what was deleted; empty if there was nothing
     * @throws io.kws.sdk.errors.KwsException if it could not be removed; the receipt names it as left
     * @throws io.kws.sdk.errors.WaitTimedOutException if it is not gone within 5 min
     */
    Receipt delete(String nameOrId);

    /**
     * Returns a container.
     *
     * @param nameOrId its name or ID
     * @return the container
     */
    Container get(String nameOrId);

    /**
     * Returns a container, or nothing.
     *
     * @param nameOrId its name or ID
     * @return the container, if there is one
     */
    Optional<Container> find(String nameOrId);

    /** {@return all containers of the project, all pages; their states may be a minute old, other than those of {@link
     *     #get}} */
    default List<Container> list() {
        return list(ContainerQuery.all());
    }

    /**
     * Returns the containers of the project that fit a query, all pages. Their states may be a minute old, other than those
     * of {@link #get}.
     *
     * @param query which
     * @return the containers, possibly none
     */
    List<Container> list(ContainerQuery query);

    /**
     * Starts a stopped container and waits until it is RUNNING, or what it runs has ended with exit code 0. Fine if it is
     * running already.
     *
     * @param nameOrId the container
     * @return the container, started
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it
     * @throws io.kws.sdk.errors.ProvisioningFailedException if it ends in ERROR, or what it runs in another exit code
     */
    Container start(String nameOrId);

    /**
     * Stops a container and waits until it is STOPPED; what runs in it is given 10 s to end. Fine if it is stopped
     * already.
     *
     * @param nameOrId the container
     * @return the container, stopped
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it
     */
    Container stop(String nameOrId);

    /**
     * Stops a container, starts it again, and waits until it is RUNNING; one that is stopped is only started.
     *
     * @param nameOrId the container
     * @return the container, restarted
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it
     * @throws io.kws.sdk.errors.ProvisioningFailedException if what it runs ends in another exit code than 0
     */
    Container restart(String nameOrId);

    /**
     * Returns the end of what the container wrote to standard output and standard error.
     *
     * @param nameOrId the container
     * @param lines how many lines at most, at least 1
     * @return the text, possibly empty
     * @throws io.kws.sdk.errors.InvalidRequestException if the number is not positive
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it, as before it is made
     */
    String logs(String nameOrId, int lines);
}
