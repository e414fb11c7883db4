package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.site.Site;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The accounts of a node, each there as soon as somebody asks for it. Guarded by the node's lock. */
final class Accounts {
    private final Map<String, Account> byName = new TreeMap<>();
    private final Site site;

    Accounts(Site site) {
        this.site = site;
    }

    Account get(String name) {
        Account account = byName.computeIfAbsent(name, any -> new Account(now()));
        account.containers().values().forEach(container -> container.forgetOver(now()));
        return account;
    }

    Map<String, Account> all() {
        return byName;
    }

    Instant now() {
        return site.agenda().now();
    }
}
