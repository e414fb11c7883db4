package io.kws.sdk;

import io.kws.sdk.config.KwsConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.fleet.Fleet;
import io.kws.sdk.internal.nodes.BackgroundTasks;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.FleetSettings;
import io.kws.sdk.internal.registry.RegistryFleet;
import io.kws.sdk.internal.registry.RegistryRentals;
import io.kws.sdk.internal.registry.RegistrySweeps;
import io.kws.sdk.internal.registry.RegistryWatches;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.rentals.Rentals;
import io.kws.sdk.rentals.TermCaps;
import io.kws.sdk.sweeps.Sweeps;
import io.kws.sdk.trace.CallListener;
import io.kws.sdk.watching.RentalWatches;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The front door: a registry of named nodes, each an OpenStack cloud, a Kubernetes cluster, or both. Safe for use by many
 * threads. Close it at the end of the program.
 *
 * <pre>{@code
 * try (Kws kws = Kws.connect()) {
 *     ServerRental web = kws.node("kws1").servers().rent(ServerSpec.builder()
 *         .name("web-1").image("ubuntu-22.04").flavor("m1.small")
 *         .reachableOn(Port.SSH)
 *         .build());
 *     System.out.println(web.access().sshCommand());
 * }
 * }</pre>
 */
public final class Kws implements AutoCloseable {
    private final Threads threads;
    private final Nodes nodes;
    private final Fleet fleet;
    private final Rentals rentals;
    private final Sweeps sweeps;
    private final RentalWatches watches;
    private final BackgroundTasks background = new BackgroundTasks();
    private final Thread atExit = new Thread(this::closeAll, "kws-at-exit");

    private Kws(Builder builder) {
        Timeouts timeouts = builder.timeouts;
        threads = new Threads(timeouts.attempt().plus(timeouts.rollback()));
        nodes = new Nodes(new DriverContext(threads, timeouts, builder.calls));
        try {
            builder.nodes.forEach(nodes::add);
        } catch (RuntimeException | Error e) {
            Closing.allAfter(e, List.of(threads::close, nodes::close));
            throw e;
        }
        FleetNodes all =
                new FleetNodes(nodes::views, threads, new FleetSettings(timeouts, builder.termCaps(), builder.clock));
        rentals = new RegistryRentals(all);
        fleet = new RegistryFleet(all, rentals, threads);
        sweeps = new RegistrySweeps(all, background);
        watches = new RegistryWatches(all, background);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Opens the nodes of the default configuration: {@code kws.yaml}, else {@code clouds.yaml}, else the {@code OS_*}
     * variables; see {@link KwsConfig#load()}. Makes no call.
     *
     * @return the nodes
     * @throws io.kws.sdk.errors.ConfigurationException if no configuration exists, or it is invalid
     */
    public static Kws connect() {
        return builder().config(KwsConfig.load()).build();
    }

    /**
     * Opens the nodes of a {@code kws.yaml}. Makes no call.
     *
     * @param file the file
     * @return the nodes
     * @throws io.kws.sdk.errors.ConfigurationException if the file is missing or invalid
     */
    public static Kws connect(Path file) {
        return builder().config(KwsConfig.load(file)).build();
    }

    /** {@return a builder for nodes configured in code} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the registry, in which nodes can be added, replaced and removed} */
    public Nodes nodes() {
        return nodes;
    }

    /**
     * Returns a node.
     *
     * @param name its name
     * @return the node
     * @throws io.kws.sdk.errors.NotFoundException if no node has this name; suggests the nearest name
     */
    public Node node(String name) {
        return nodes.get(name);
    }

    /**
     * Closes all nodes, and ends schedules of sweeps and watches. Cancels running use cases, including those that other
     * threads wait for, and waits until they are rolled back, at most for one attempt and one rollback
     * ({@link Timeouts}). Closing twice has no effect. A shutdown hook closes what is open when the program ends, also by
     * Ctrl-C. Do not close from within a use case, such as from a progress listener: it would wait for itself.
     */
    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the program is ending already
        }
    }

    /** {@return operations on all nodes at once} */
    public Fleet fleet() {
        return fleet;
    }

    /** {@return the rentals of every kind on all nodes} */
    public Rentals rentals() {
        return rentals;
    }

    /** {@return sweeps, which warn about, stop and delete expired rentals} */
    public Sweeps sweeps() {
        return sweeps;
    }

    /** {@return notifications about changes of rentals} */
    public RentalWatches watches() {
        return watches;
    }

    /** {@return the names of the nodes} */
    @Override
    public String toString() {
        return "Kws" + nodes;
    }

    private void closeAll() {
        background.close();
        threads.close();
        nodes.close();
    }

    /** Collects nodes and settings. Not thread-safe. */
    public static final class Builder {
        private final List<NodeConfig> nodes = new ArrayList<>();
        private Timeouts timeouts = Timeouts.DEFAULT;
        private CallListener calls = CallListener.NONE;
        private TermCaps configuredCaps = TermCaps.NONE;
        private Optional<TermCaps> caps = Optional.empty();
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * Adds all nodes of a configuration, and uses its caps for extensions.
         *
         * @param config the configuration
         * @return this
         */
        public Builder config(KwsConfig config) {
            Objects.requireNonNull(config, "config");
            nodes.addAll(config.nodes().values());
            configuredCaps = config.termCaps();
            return this;
        }

        /**
         * Adds a node.
         *
         * @param node how to reach it
         * @return this
         */
        public Builder node(NodeConfig node) {
            nodes.add(Objects.requireNonNull(node, "node"));
            return this;
        }

        /**
         * Sets the timeouts.
         *
         * @param timeouts {@link Timeouts#DEFAULT} unless set
         * @return this
         */
        public Builder timeouts(Timeouts timeouts) {
            this.timeouts = Objects.requireNonNull(timeouts, "timeouts");
            return this;
        }

        /**
         * Sets the listener of all calls to services.
         *
         * @param listener none by default
         * @return this
         */
        public Builder onCall(CallListener listener) {
            this.calls = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Sets the caps of extensions that name none themselves; overrides the configuration. By default, only the limit of
         * 100 years for all rentals applies.
         *
         * @param caps the caps
         * @return this
         */
        public Builder termCaps(TermCaps caps) {
            this.caps = Optional.of(Objects.requireNonNull(caps, "caps"));
            return this;
        }

        private TermCaps termCaps() {
            return caps.orElse(configuredCaps);
        }

        /**
         * Sets the clock that decides when rentals end; the system clock by default.
         *
         * @param clock the clock
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Opens the nodes. Makes no call.
         *
         * @return the nodes
         * @throws io.kws.sdk.errors.ConflictException if two nodes have the same name
         * @throws io.kws.sdk.errors.CapabilityMissingException if no driver on the class path serves a node
         */
        public Kws build() {
            return new Kws(this);
        }
    }
}
