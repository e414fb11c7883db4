package io.kws.sdk;

import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.NodeView;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * The registry of nodes, by name. Nodes come and go at run time; a use case under way on a node that is removed or
 * replaced runs to its end. Thread-safe.
 */
public final class Nodes {
    private final Map<String, Node> byName = new ConcurrentSkipListMap<>();
    private final DriverContext context;
    private volatile boolean closed;

    Nodes(DriverContext context) {
        this.context = context;
    }

    /** {@return all nodes, sorted by name} */
    public List<Node> list() {
        return List.copyOf(byName.values());
    }

    /** {@return the names of all nodes, sorted} */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Finds a node.
     *
     * @param name its name
     * @return the node, if there is one
     */
    public Optional<Node> find(String name) {
        return Optional.ofNullable(byName.get(Objects.requireNonNull(name, "name")));
    }

    /**
     * Returns a node.
     *
     * @param name its name
     * @return the node
     * @throws NotFoundException if no node has this name; suggests the nearest name
     */
    public Node get(String name) {
        return find(name).orElseThrow(() -> missing(name));
    }

    /**
     * Adds a node. Makes no call.
     *
     * @param config how to reach it
     * @return the node
     * @throws ConflictException if a node of this name exists; see {@link #replace}
     * @throws io.kws.sdk.errors.CapabilityMissingException if no driver on the class path serves it
     * @throws io.kws.sdk.errors.CancelledException if the registry is closed
     */
    public Node add(NodeConfig config) {
        Node node = Node.open(Objects.requireNonNull(config, "config"), context);
        return orClose(node, () -> putNew(node));
    }

    /**
     * Adds a node, replacing one of the same name. Makes no call.
     *
     * @param config how to reach it
     * @return the new node
     * @throws io.kws.sdk.errors.CapabilityMissingException if no driver on the class path serves it
     * @throws io.kws.sdk.errors.CancelledException if the registry is closed
     */
    public Node replace(NodeConfig config) {
        Node node = Node.open(Objects.requireNonNull(config, "config"), context);
        orClose(node, () -> put(node)).ifPresent(Node::close);
        return node;
    }

    /**
     * Removes a node from the registry; nothing on the node changes.
     *
     * @param name its name
     * @return whether the node was registered
     */
    public boolean remove(String name) {
        Node former = byName.remove(Objects.requireNonNull(name, "name"));
        if (former != null) {
            former.close();
        }
        return former != null;
    }

    private KwsException missing(String name) {
        return closed
                ? new CancelledException("the SDK is closed")
                : new NotFoundException(
                        "node \"" + name + "\" does not exist" + NearestName.hint(name, byName.keySet()));
    }

    /** Returns the nodes as what works over all of them sees them. */
    List<NodeView> views() {
        if (closed) {
            throw new CancelledException("the SDK is closed");
        }
        return byName.values().stream().map(Node::view).toList();
    }

    /** {@return the names of the nodes} */
    @Override
    public String toString() {
        return names().toString();
    }

    void close() {
        shut();
        Closing.all(names().stream().<Runnable>map(name -> () -> remove(name)).toList());
    }

    private synchronized void shut() {
        closed = true;
    }

    private static <R> R orClose(Node node, Supplier<R> work) {
        try {
            return work.get();
        } catch (KwsException e) {
            Closing.allAfter(e, List.of(node::close));
            throw e;
        }
    }

    private synchronized Node putNew(Node node) {
        if (byName.containsKey(node.name())) {
            throw new ConflictException("node \"" + node.name() + "\" already exists");
        }
        put(node);
        return node;
    }

    /** Returns the node that had the name before. */
    private synchronized Optional<Node> put(Node node) {
        if (closed) {
            throw new CancelledException("the SDK is closed");
        }
        return Optional.ofNullable(byName.put(node.name(), node));
    }
}
