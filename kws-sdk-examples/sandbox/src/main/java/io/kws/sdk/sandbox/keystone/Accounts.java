package io.kws.sdk.sandbox.keystone;

import io.kws.sdk.sandbox.keystone.Account.Role;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Ids;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The users of a node: {@code demo} and {@code admin}, each with its name as password. */
final class Accounts {
    private final List<Account> all;

    Accounts(Ids ids) {
        Role member = new Role(ids.hex(), "member");
        Role reader = new Role(ids.hex(), "reader");
        Role admin = new Role(ids.hex(), "admin");
        this.all = List.of(
                new Account("demo", ids.hex(), ids.hex(), Caller.Rank.MEMBER, List.of(member, reader)),
                new Account("admin", ids.hex(), ids.hex(), Caller.Rank.ADMIN, List.of(admin, member, reader)));
    }

    List<Account> all() {
        return all;
    }

    Account named(String name) {
        return find(account -> account.name().equals(name)).orElseThrow();
    }

    Optional<Account> ofUser(String userId) {
        return find(account -> account.userId().equals(userId));
    }

    Optional<Account> find(Predicate<Account> wanted) {
        return all.stream().filter(wanted).findFirst();
    }
}
