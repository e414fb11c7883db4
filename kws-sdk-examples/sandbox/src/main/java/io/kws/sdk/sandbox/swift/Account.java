package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Refusal;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The containers of one project. Guarded by the node's lock. */
final class Account {
    private final NavigableMap<String, Container> containers = new TreeMap<>(Names.ORDER);
    private final Metadata metadata = new Metadata("Account");
    private final Instant created;

    Account(Instant created) {
        this.created = created;
    }

    Instant created() {
        return created;
    }

    Metadata metadata() {
        return metadata;
    }

    NavigableMap<String, Container> containers() {
        return containers;
    }

    Optional<Container> find(String name) {
        return Optional.ofNullable(containers.get(name));
    }

    Container get(String name) {
        return find(name).orElseThrow(() -> new Refusal(404, ""));
    }
}
