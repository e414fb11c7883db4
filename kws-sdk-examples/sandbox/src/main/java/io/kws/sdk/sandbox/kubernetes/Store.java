package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All objects, and the latest changes of them. What it holds is never changed, only replaced; so whoever wants to change
 * an object copies it. The node's lock guards it.
 */
final class Store {
    private static final int MOST_CHANGES = 5_000;

    private final NavigableMap<Key, ObjectNode> objects = new TreeMap<>();
    private final Deque<Change> history = new ArrayDeque<>();
    private final Consumer<Change> listener;
    private long version = 100;
    private long forgotten = version;

    Store(Consumer<Change> listener) {
        this.listener = listener;
    }

    private record Key(Kind kind, String namespace, String name) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::namespace).thenComparing(Key::name);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A change of an object.
     *
     * @param version the version it led to
     * @param kind the object's kind
     * @param object the object; as it was last, with the new version, if it is gone
     * @param before the object before; null if it is new
     * @param isGone whether it is gone
     */
    record Change(
            long version,
            Kind kind,
            ObjectNode object,
            @Nullable ObjectNode before,
            boolean isGone) {}

    Optional<ObjectNode> find(Kind kind, String namespace, String name) {
        return Optional.ofNullable(objects.get(new Key(kind, namespace, name)));
    }

    /** Returns all objects of a kind, by namespace and name; of all namespaces if that is empty. */
    List<ObjectNode> list(Kind kind, String namespace) {
        Key first = new Key(kind, namespace, "");
        List<ObjectNode> found = new ArrayList<>();
        for (var entry : objects.tailMap(first).entrySet()) {
            Key key = entry.getKey();
            if (key.kind() != kind || !(namespace.isEmpty() || key.namespace().equals(namespace))) {
                return found;
            }
            found.add(entry.getValue());
        }
        return found;
    }

    /** Puts an object in the place of its former version, if it differs; returns what is there then. */
    ObjectNode put(Kind kind, ObjectNode object) {
        Key key = new Key(kind, Meta.namespace(object), Meta.name(object));
        ObjectNode before = objects.get(key);
        if (before != null) {
            Meta.of(object).put("resourceVersion", Meta.version(before));
            if (before.equals(object)) {
                return before;
            }
        }
        Meta.of(object).put("resourceVersion", String.valueOf(++version));
        objects.put(key, object);
        note(new Change(version, kind, object, before, false));
        return object;
    }

    /** Removes an object, if it is still this very one; returns it as it was last. */
    ObjectNode remove(Kind kind, ObjectNode object) {
        Key key = new Key(kind, Meta.namespace(object), Meta.name(object));
        ObjectNode before = objects.get(key);
        if (before == null || !Meta.uid(before).equals(Meta.uid(object))) {
            return object;
        }
        objects.remove(key);
        ObjectNode last = before.deepCopy();
        Meta.of(last).put("resourceVersion", String.valueOf(++version));
        note(new Change(version, kind, last, before, true));
        return last;
    }

    private void note(Change change) {
        history.addLast(change);
        if (history.size() > MOST_CHANGES) {
            forgotten = history.removeFirst().version();
        }
        listener.accept(change);
    }

    /** The version of the latest change. */
    long version() {
        return version;
    }

    /** The version up to which changes are forgotten. */
    long forgotten() {
        return forgotten;
    }

    /** Forgets all changes so far, but not the objects. */
    void forget() {
        history.clear();
        forgotten = version;
    }

    /** Returns the changes after a version. */
    List<Change> since(long former) {
        List<Change> changes = new ArrayList<>();
        for (var newest = history.descendingIterator(); newest.hasNext(); ) {
            Change change = newest.next();
            if (change.version() <= former) {
                break;
            }
            changes.add(0, change);
        }
        return changes;
    }
}
