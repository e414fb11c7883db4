package io.kws.sdk;

import io.kws.sdk.apps.Apps;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.driver.Driver;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.driver.NodeDriver;
import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.flavors.Flavors;
import io.kws.sdk.health.NodeHealth;
import io.kws.sdk.ides.Ides;
import io.kws.sdk.images.Images;
import io.kws.sdk.internal.nodes.NodeHealthCheck;
import io.kws.sdk.internal.registry.Drivers;
import io.kws.sdk.keypairs.Keypairs;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.networks.Networks;
import io.kws.sdk.servers.Servers;
import io.kws.sdk.volumes.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One node. Each of its services is one interface; obtaining it makes no call. Thread-safe; the
 * registry closes it.
 */
public final class Node {
    private final String name;
    private final List<NodeDriver> drivers;
    private final Drivers installed;
    private final DriverContext context;
    private final NodeView view;

    private Node(String name, List<NodeDriver> drivers, Drivers installed, DriverContext context) {
        this.name = name;
        this.drivers = drivers;
        this.installed = installed;
        this.context = context;
        this.view = new View(name, drivers);
    }

    static Node open(NodeConfig config, DriverContext context) {
        List<NodeDriver> opened = new ArrayList<>();
        try {
            Drivers all = new Drivers();
            all.requireReaders(config);
            for (Driver driver : all.all()) {
                driver.open(config, context).ifPresent(opened::add);
            }
            if (opened.isEmpty()) {
                throw all.noneServes(config);
            }
            return new Node(config.name(), List.copyOf(opened), all, context);
        } catch (KwsException e) {
            Closing.allAfter(e, closes(opened));
            throw ErrorDetails.onNode(e, config.name());
        } catch (RuntimeException | Error e) {
            Closing.allAfter(e, closes(opened));
            throw e;
        }
    }

    private static List<Runnable> closes(List<NodeDriver> drivers) {
        return drivers.stream().<Runnable>map(driver -> driver::close).toList();
    }

    /** {@return the name, unique in the registry} */
    public String name() {
        return name;
    }

    /**
     * Returns the servers.
     *
     * @return the servers
     * @throws CapabilityMissingException if the node has no OpenStack cloud, or its driver is not on the class path
     */
    public Servers servers() {
        return capability(Servers.class);
    }

    /**
     * Returns the images that servers are made from.
     *
     * @return the images
     * @throws CapabilityMissingException if the node has no OpenStack cloud, or its driver is not on the class path
     */
    public Images images() {
        return capability(Images.class);
    }

    /**
     * Returns the flavors, which are the sizes of servers.
     *
     * @return the flavors
     * @throws CapabilityMissingException if the node has no OpenStack cloud, or its driver is not on the class path
     */
    public Flavors flavors() {
        return capability(Flavors.class);
    }

    /**
     * Returns the networks that servers attach to.
     *
     * @return the networks
     * @throws CapabilityMissingException if the node has no OpenStack cloud, or its driver is not on the class path
     */
    public Networks networks() {
        return capability(Networks.class);
    }

    /**
     * Returns the volumes.
     *
     * @return the volumes
     * @throws CapabilityMissingException if the node has no OpenStack cloud, or its driver is not on the class path
     */
    public Volumes volumes() {
        return capability(Volumes.class);
    }

    /**
     * Returns the SSH keypairs for logging in to servers.
     *
     * @return the keypairs
     * @throws CapabilityMissingException if the node has no OpenStack cloud, or its driver is not on the class path
     */
    public Keypairs keypairs() {
        return capability(Keypairs.class);
    }

    /**
     * Returns the buckets.
     *
     * @return the buckets
     * @throws CapabilityMissingException if the node has no OpenStack cloud, or its driver is not on the class path
     */
    public Buckets buckets() {
        return capability(Buckets.class);
    }

    /**
     * Returns the quotas of the project and their usage.
     *
     * @return the limits
     * @throws CapabilityMissingException if the node has no OpenStack cloud, or its driver is not on the class path
     */
    public Limits limits() {
        return capability(Limits.class);
    }

    /**
     * Returns the containers. The first call fails if the cloud has no Zun.
     *
     * @return the containers
     * @throws CapabilityMissingException if the node has no OpenStack cloud, or its driver is not on the class path
     */
    public Containers containers() {
        return capability(Containers.class);
    }

    /**
     * Returns the apps.
     *
     * @return the apps
     * @throws CapabilityMissingException if the node has no Kubernetes cluster, or its driver is not on the class path
     */
    public Apps apps() {
        return capability(Apps.class);
    }

    /**
     * Checks the health of the node by one cheap request to each of its services, in parallel. Blocks for at most
     * {@link io.kws.sdk.operations.Timeouts#perNode}. A node that is down is a result, not an error.
     *
     * @return the health
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    public NodeHealth health() {
        context.threads().requireOpen();
        return NodeHealthCheck.of(
                name, view().capabilities(HealthProbe.class), context.timeouts().perNode());
    }

    /**
     * Returns the browser IDEs.
     *
     * @return the IDEs
     * @throws CapabilityMissingException if the node has no Kubernetes cluster, or its driver is not on the class path
     */
    public Ides ides() {
        return capability(Ides.class);
    }

    /**
     * Runs work with the wrapped client itself, for tasks that the SDK does not cover. The client is bound to this node and
     * must be used only by the current thread and until the work returns. An OpenStack cloud provides openstack4j's
     * {@code OSClientV3}, a Kubernetes cluster client-java's {@code ApiClient}.
     *
     * @param client the wrapped client's type
     * @param work the work
     * @param <C> the wrapped client's type
     * @param <R> the work's result
     * @return the result
     * @throws CapabilityMissingException if no driver of this node wraps such a client
     */
    public <C, R> R unwrap(Class<C> client, Function<C, R> work) {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(work, "work");
        return drivers.stream()
                .filter(driver -> driver.wraps(client))
                .findFirst()
                .orElseThrow(() ->
                        onThisNode(new CapabilityMissingException("none of its drivers wraps a " + client.getName())))
                .unwrap(client, work);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }

    /** Returns this node as what works over all nodes sees it; always the same object. */
    NodeView view() {
        return view;
    }

    private record View(String name, List<NodeDriver> drivers) implements NodeView {
        @Override
        public <C> List<C> capabilities(Class<C> type) {
            return drivers.stream()
                    .flatMap(driver -> driver.capability(type).stream())
                    .toList();
        }
    }

    void close() {
        Closing.all(closes(drivers));
    }

    private <C> C capability(Class<C> type) {
        C service = drivers.stream()
                .flatMap(driver -> driver.capability(type).stream())
                .findFirst()
                .orElseThrow(() -> onThisNode(installed.lacking(type)));
        return Guard.before(type, service, context.threads());
    }

    private CapabilityMissingException onThisNode(CapabilityMissingException missing) {
        return ErrorDetails.onNode(missing, name);
    }
}
