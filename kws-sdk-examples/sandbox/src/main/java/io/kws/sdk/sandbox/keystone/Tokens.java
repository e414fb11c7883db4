package io.kws.sdk.sandbox.keystone;

import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Guard;
import io.kws.sdk.sandbox.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of a node: handed out, checked, revoked. Thread-safe. */
public final class Tokens implements Guard {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final Map<String, Token> byId = new HashMap<>();
    private final Site site;
    private Duration life = Duration.ofDays(1);
    private int uses = UNLIMITED;

    Tokens(Site site) {
        this.site = site;
    }

    Token issue(Account account, String method) {
        return site.alone(() -> {
            Instant now = site.agenda().now();
            byId.values().removeIf(old -> !old.isAlive(now));
            Token token = new Token(account, method, now, now.plus(life), uses);
            byId.put(token.id(), token);
            return token;
        });
    }

    Optional<Token> find(@Nullable String id) {
        return site.alone(() -> Optional.ofNullable(byId.get(id))
                .filter(token -> token.isAlive(site.agenda().now())));
    }

    /**
     * Lets tokens handed out from now on expire after a time.
     *
     * @param duration the time
     */
    public void life(Duration duration) {
        site.alone(() -> life = duration);
    }

    /**
     * Lets tokens handed out from now on die after a number of calls.
     *
     * @param calls how many calls each is good for; 0 for any number
     */
    public void uses(int calls) {
        site.alone(() -> uses = calls == 0 ? UNLIMITED : calls);
    }

    /** Revokes all tokens. */
    public void revokeAll() {
        site.alone(() -> {
            byId.clear();
            return true;
        });
    }

    void revoke(Token token) {
        site.alone(() -> byId.remove(token.id()));
    }

    /** {@inheritDoc} */
    @Override
    public Optional<Caller> admit(@Nullable String id) {
        return site.alone(() -> {
            Optional<Token> token = find(id);
            token.filter(any -> uses != UNLIMITED).ifPresent(Token::use);
            return token.map(Token::caller);
        });
    }
}
