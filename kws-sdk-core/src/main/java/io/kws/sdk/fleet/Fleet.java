package io.kws.sdk.fleet;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.health.NodeHealth;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.limits.Limit;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.placement.Placement;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Operations on all nodes at once. Lists ask all nodes in parallel, each with a deadline of its own ({@link
 * Timeouts#perNode}); for a node that is slow or down, the result holds its last known answer, with the time. {@link
 * #rent}, {@link #deploy}, {@link #run} and {@link #create} place a resource on whichever node has room, and block
 * until it is ready. Thread-safe.
 */
public interface Fleet {
    /** {@return the servers of all nodes with an OpenStack} */
    FleetResult<Server> servers();

    /** {@return the containers of all nodes with Zun} */
    FleetResult<Container> containers();

    /** {@return the buckets of all nodes with Swift} */
    FleetResult<Bucket> buckets();

    /** {@return the apps of all nodes with a Kubernetes cluster} */
    FleetResult<App> apps();

    /** {@return the IDEs of all nodes with a Kubernetes cluster, closed ones too} */
    FleetResult<Ide> ides();

    /** {@return the quotas of the project and their usage on each node with an OpenStack cloud} */
    FleetResult<NodeLimits> limits();

    /**
     * The quotas of a node's project and their usage. Immutable.
     *
     * @param node the node's name
     * @param limits the limits
     */
    record NodeLimits(String node, ProjectLimits limits) {
        /** {@return one line: the node and its limits} */
        @Override
        public String toString() {
            return node + ": " + limits.all().stream().map(Limit::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * Checks the health of all nodes in parallel. A node that is down is a result, not an error.
     *
     * @return the health of each node, sorted by name
     */
    List<NodeHealth> health();

    /**
     * Lists everything an owner rents, and the usage of quotas. A part that fails does not affect the others.
     *
     * @param owner the owner; empty for all owners
     * @return the overview
     */
    Overview overview(String owner);

    /**
     * Rents a server on the node with most room for it; otherwise as {@link #rent(ServerSpec, Placement)}.
     *
     * @param spec what to rent
     * @return the server, which names its node
     */
    default ServerRental rent(ServerSpec spec) {
        return rent(spec, Placement.mostRoom());
    }

    /**
     * Rents a server on the node that a placement puts first; on the next one, if that has no room for it. Looks at all
     * nodes side by side first, each within {@link io.kws.sdk.operations.Timeouts#perNode}; then tries one after the
     * other as {@link io.kws.sdk.servers.Servers#rent} does, all within {@link ServerSpec#readyWithin}.
     *
     * <p>A node is passed over that lacks what is asked for, has no room or quota left, refuses the credentials, does
     * not answer, fails, or has in use what is needed, as long as it is known to be without the server: what was made
     * there is undone, and the receipt names as left what could not be. Each node passed over is on the receipt as
     * {@link io.kws.sdk.receipts.Outcome#SKIPPED}, with its reason. One call never makes two: where nobody knows
     * whether a node that failed still makes the server, that failure ends it all.
     *
     * <p>If an earlier call with this rental's ID has left something on a node, no other node is tried, even if that
     * one can do nothing at present. This holds for the nodes that answer: what is on one that cannot be reached, or
     * that the placement does not look at, is not known, so a call repeated meanwhile may make a second server. {@link
     * io.kws.sdk.rentals.Rentals#list()} shows it, once that node answers.
     *
     * @param spec what to rent
     * @param placement decides on which nodes, and in which order
     * @return the server, which names its node
     * @throws io.kws.sdk.errors.NoNodeException if no node took it; with the reason of each
     * @throws io.kws.sdk.errors.AlreadyRentedException if one of the nodes looked at has a rented server of that name
     *     already, or another request is making it
     * @throws io.kws.sdk.errors.InvalidRequestException if a service refuses a value, or the placement fails
     * @throws io.kws.sdk.errors.NotFoundException if the placement names a node that does not exist
     * @throws io.kws.sdk.errors.WaitTimedOutException if the time allowed ran out
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted; what was made is undone
     */
    ServerRental rent(ServerSpec spec, Placement placement);

    /**
     * Rents a server on one of several nodes in the background; otherwise as {@link #rent(ServerSpec, Placement)}. Its
     * progress is that of the node being tried, and begins anew with each.
     *
     * @param spec what to rent
     * @param placement decides on which nodes, and in which order
     * @return the operation, to follow, cancel or wait for
     */
    Operation<ServerRental> rentAsync(ServerSpec spec, Placement placement);

    /**
     * Says where {@link #rent(ServerSpec, Placement)} would rent a server, and why not elsewhere. Creates nothing.
     *
     * @param spec what to rent
     * @param placement decides on which nodes, and in which order
     * @return the nodes in the order in which they would be tried, and why others would not be
     * @throws io.kws.sdk.errors.NotFoundException if the placement names a node that does not exist
     */
    PlacementPlan plan(ServerSpec spec, Placement placement);

    /**
     * Deploys an app on the node with most room for it; otherwise as {@link #rent(ServerSpec, Placement)}.
     *
     * @param spec what to deploy
     * @return the app, which names its node
     */
    default AppRental deploy(AppSpec spec) {
        return deploy(spec, Placement.mostRoom());
    }

    /**
     * Deploys an app as {@link io.kws.sdk.apps.Apps#deploy} does, on the first of several nodes that takes it; which
     * nodes are passed over, and what happens there, is as with {@link #rent(ServerSpec, Placement)}.
     *
     * @param spec what to deploy
     * @param placement decides on which nodes, and in which order
     * @return the app, which names its node
     * @throws io.kws.sdk.errors.NoNodeException if no node took it; with the reason of each
     * @throws io.kws.sdk.errors.AlreadyRentedException if one of the nodes looked at has an app rented of that name
     *     already, or another request is making it
     * @throws io.kws.sdk.errors.InvalidRequestException if a service refuses a value, or the placement fails
     * @throws io.kws.sdk.errors.NotFoundException if the placement names a node that does not exist
     */
    AppRental deploy(AppSpec spec, Placement placement);

    /**
     * Deploys an app on one of several nodes in the background; otherwise as {@link #deploy(AppSpec, Placement)}.
     *
     * @param spec what to deploy
     * @param placement decides on which nodes, and in which order
     * @return the operation, to follow, cancel or wait for
     */
    Operation<AppRental> deployAsync(AppSpec spec, Placement placement);

    /**
     * Says where {@link #deploy(AppSpec, Placement)} would put an app, and why not elsewhere. Creates nothing.
     *
     * @param spec what to deploy
     * @param placement decides on which nodes, and in which order
     * @return the nodes in the order in which they would be tried, and why others would not be
     * @throws io.kws.sdk.errors.NotFoundException if the placement names a node that does not exist
     */
    PlacementPlan plan(AppSpec spec, Placement placement);

    /**
     * Runs a container on the node with most room for it; otherwise as {@link #rent(ServerSpec, Placement)}.
     *
     * @param spec what to run
     * @return the container, which names its node
     */
    default ContainerRental run(ContainerSpec spec) {
        return run(spec, Placement.mostRoom());
    }

    /**
     * Runs a container as {@link io.kws.sdk.containers.Containers#run} does, on the first of several nodes that takes
     * it; which nodes are passed over, and what happens there, is as with {@link #rent(ServerSpec, Placement)}.
     *
     * @param spec what to run
     * @param placement decides on which nodes, and in which order
     * @return the container, which names its node
     * @throws io.kws.sdk.errors.NoNodeException if no node took it; with the reason of each
     * @throws io.kws.sdk.errors.AlreadyRentedException if one of the nodes looked at has a container rented of that
     *     name already, or another request is making it
     * @throws io.kws.sdk.errors.InvalidRequestException if a service refuses a value, or the placement fails
     * @throws io.kws.sdk.errors.NotFoundException if the placement names a node that does not exist
     */
    ContainerRental run(ContainerSpec spec, Placement placement);

    /**
     * Runs a container on one of several nodes in the background; otherwise as {@link #run(ContainerSpec, Placement)}.
     *
     * @param spec what to run
     * @param placement decides on which nodes, and in which order
     * @return the operation, to follow, cancel or wait for
     */
    Operation<ContainerRental> runAsync(ContainerSpec spec, Placement placement);

    /**
     * Says where {@link #run(ContainerSpec, Placement)} would put a container, and why not elsewhere. Creates nothing.
     *
     * @param spec what to run
     * @param placement decides on which nodes, and in which order
     * @return the nodes in the order in which they would be tried, and why others would not be
     * @throws io.kws.sdk.errors.NotFoundException if the placement names a node that does not exist
     */
    PlacementPlan plan(ContainerSpec spec, Placement placement);

    /**
     * Makes a bucket on the node with most room for it; otherwise as {@link #rent(ServerSpec, Placement)}.
     *
     * @param spec what to make
     * @return the bucket, which names its node
     */
    default BucketRental create(BucketSpec spec) {
        return create(spec, Placement.mostRoom());
    }

    /**
     * Makes a bucket as {@link io.kws.sdk.buckets.Buckets#create} does, on the first of several nodes that takes it;
     * which nodes are passed over, and what happens there, is as with {@link #rent(ServerSpec, Placement)}.
     *
     * @param spec what to make
     * @param placement decides on which nodes, and in which order
     * @return the bucket, which names its node
     * @throws io.kws.sdk.errors.NoNodeException if no node took it; with the reason of each
     * @throws io.kws.sdk.errors.AlreadyRentedException if one of the nodes looked at has a bucket rented of that name
     *     already, or another request is making it
     * @throws io.kws.sdk.errors.InvalidRequestException if a service refuses a value, or the placement fails
     * @throws io.kws.sdk.errors.NotFoundException if the placement names a node that does not exist
     */
    BucketRental create(BucketSpec spec, Placement placement);

    /**
     * Makes a bucket on one of several nodes in the background; otherwise as {@link #create(BucketSpec, Placement)}.
     *
     * @param spec what to make
     * @param placement decides on which nodes, and in which order
     * @return the operation, to follow, cancel or wait for
     */
    Operation<BucketRental> createAsync(BucketSpec spec, Placement placement);

    /**
     * Says where {@link #create(BucketSpec, Placement)} would put a bucket, and why not elsewhere. Creates nothing.
     *
     * @param spec what to make
     * @param placement decides on which nodes, and in which order
     * @return the nodes in the order in which they would be tried, and why others would not be
     * @throws io.kws.sdk.errors.NotFoundException if the placement names a node that does not exist
     */
    PlacementPlan plan(BucketSpec spec, Placement placement);
}
