package io.kws.sdk;

import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.Driver;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.NodeDriver;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.flavors.Flavors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Two drivers, which open only those nodes that a test has announced: other modules have them on their class path. */
public final class FakeDrivers {
    private static final Map<String, Function<DriverContext, NodeDriver>> FIRST = new ConcurrentHashMap<>();
    private static final Map<String, Function<DriverContext, NodeDriver>> SECOND = new ConcurrentHashMap<>();

    private FakeDrivers() {}

    static void first(String node, Function<DriverContext, NodeDriver> open) {
        FIRST.put(node, open);
    }

    static void second(String node, Function<DriverContext, NodeDriver> open) {
        SECOND.put(node, open);
    }

    static void forget() {
        FIRST.clear();
        SECOND.clear();
    }

    /** Opens what is announced. */
    public static final class First implements Driver {
        @Override
        public String configKey() {
            return "first";
        }

        @Override
        public Optional<String> requirementFor(Class<?> capability) {
            return Optional.empty();
        }

        @Override
        public Optional<NodeDriver> open(NodeConfig node, DriverContext context) {
            return Optional.ofNullable(FIRST.get(node.name())).map(open -> open.apply(context));
        }
    }

    /** Opens what is announced. */
    public static final class Second implements Driver {
        @Override
        public String configKey() {
            return "second";
        }

        @Override
        public Optional<String> requirementFor(Class<?> capability) {
            return Optional.empty();
        }

        @Override
        public Optional<NodeDriver> open(NodeConfig node, DriverContext context) {
            return Optional.ofNullable(SECOND.get(node.name())).map(open -> open.apply(context));
        }
    }

    /** A node that has flavors, wraps a text, and counts how often it is closed. */
    static final class FakeNode implements NodeDriver {
        private final AtomicInteger closed = new AtomicInteger();
        private final Runnable onClose;

        FakeNode(Runnable onClose) {
            this.onClose = onClose;
        }

        FakeNode() {
            this(() -> {});
        }

        int closed() {
            return closed.get();
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return type == Flavors.class ? Optional.of(type.cast(new NoFlavors())) : Optional.empty();
        }

        @Override
        public boolean wraps(Class<?> client) {
            return client == String.class;
        }

        @Override
        public <C, R> R unwrap(Class<C> client, Function<C, R> work) {
            return work.apply(client.cast("raw"));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
            onClose.run();
        }
    }

    /** A node that serves nothing. */
    static final class BareNode implements NodeDriver {
        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return Optional.empty();
        }

        @Override
        public boolean wraps(Class<?> client) {
            return false;
        }

        @Override
        public <C, R> R unwrap(Class<C> client, Function<C, R> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private static final class NoFlavors implements Flavors {
        @Override
        public List<Flavor> list() {
            return List.of();
        }

        @Override
        public Optional<Flavor> find(String nameOrId) {
            return Optional.empty();
        }

        @Override
        public Flavor get(String nameOrId) {
            throw new UnsupportedOperationException();
        }
    }
}
