package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.site.Site;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What all parts of a cluster share: the objects, the clock, what is scripted, and who hears of changes. */
final class Cluster {
    /** Characters of names that are made up, as Kubernetes chooses them: no words, nothing that looks alike. */
    private static final String SAFE = "bcdfghjklmnpqrstvwxz2456789";

    private final Site site;
    private final Store store;
    private final Scenario scenario;
    private final Set<String> changed = new TreeSet<>();
    private Consumer<Set<String>> controllers = namespaces -> {};
    private boolean planned;

    Cluster(Site site) {
        this.site = site;
        this.store = new Store(this::heard);
        this.scenario = new Scenario();
    }

    Site site() {
        return site;
    }

    Store store() {
        return store;
    }

    Scenario scenario() {
        return scenario;
    }

    /** Sets who puts the cluster in order, told of the namespaces with changes. */
    void controlledBy(Consumer<Set<String>> work) {
        controllers = work;
    }

    /** Nothing follows from events. */
    private void heard(Store.Change change) {
        if (change.kind() != Kind.EVENTS) {
            touch(Meta.namespace(change.object()));
        }
    }

    /** Has a namespace put in order; the cluster itself if that is empty. */
    void touch(String namespace) {
        changed.add(namespace);
        if (!planned) {
            planned = true;
            site.agenda().in(site.settleTime(), this::putInOrder);
        }
    }

    /** Has a namespace put in order some time later. */
    void touchIn(Duration delay, String namespace) {
        site.agenda().in(delay, () -> touch(namespace));
    }

    private void putInOrder() {
        planned = false;
        Set<String> namespaces = Set.copyOf(changed);
        changed.clear();
        controllers.accept(namespaces);
    }

    /** The present second. */
    String now() {
        return site.second();
    }

    /** Makes up the end of a name. */
    String suffix() {
        StringBuilder suffix = new StringBuilder();
        for (char digit : site.ids().uuid().replace("-", "").substring(0, 10).toCharArray()) {
            if (suffix.length() < 5) {
                suffix.append(SAFE.charAt((Character.digit(digit, 16) * 7 + suffix.length() * 5) % SAFE.length()));
            }
        }
        return suffix.toString();
    }

    /** Writes a number in safe characters. */
    static String safe(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toUnsignedString(number).toCharArray()) {
            text.append(SAFE.charAt(Character.digit(digit, 10)));
        }
        return text.toString();
    }

    Optional<ObjectNode> find(Kind kind, JsonNode object) {
        return store.find(kind, Meta.namespace(object), Meta.name(object))
                .filter(found -> Meta.uid(found).equals(Meta.uid(object)));
    }

    /** Changes an object as a controller does, if it is still there. */
    void change(Kind kind, JsonNode object, Consumer<ObjectNode> edit) {
        find(kind, object).ifPresent(found -> {
            ObjectNode copy = found.deepCopy();
            edit.accept(copy);
            boolean isOther = kind.hasGeneration() && !copy.path("spec").equals(found.path("spec"));
            if (isOther) {
                Meta.of(copy)
                        .put(
                                "generation",
                                copy.path("metadata").path("generation").asLong() + 1);
            }
            store.put(kind, copy);
        });
    }

    /** Gives an object another status. */
    void status(Kind kind, JsonNode object, JsonNode status) {
        change(kind, object, copy -> copy.set("status", status));
    }

    /** Begins an object of a name. */
    static ObjectNode named(String namespace, String name) {
        ObjectNode object = Json.object();
        ObjectNode metadata = object.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        return object;
    }
}
