package io.kws.sdk.openstack.client;

import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openstack4j.model.identity.v3.Role;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;

/**
 * A token and what Keystone told with it. Immutable.
 *
 * @param number its place in the order of the node's tokens
 * @param id the value that services expect
 * @param renewAt when it should be replaced, a while before it expires
 * @param projectId its project
 * @param catalog the addresses of the services
 * @param keystone the same as openstack4j's model
 */
record Token(long number, Secret id, Instant renewAt, String projectId, Catalog catalog, KeystoneToken keystone) {
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);

    boolean isFresh() {
        return Instant.now().isBefore(renewAt);
    }

    /** Returns the one that came later; calls with the other may end after it came. */
    static Token newer(Token one, Token other) {
        return one.isAtLeast(other) ? one : other;
    }

    /** Tells whether it is the other one or came later. */
    boolean isAtLeast(Token other) {
        return number >= other.number;
    }

    boolean hasRole(String name) {
        List<? extends Role> roles = keystone.getRoles();
        return roles != null && roles.stream().anyMatch(role -> name.equals(role.getName()));
    }

    /** A minute before the end, or a tenth of its life if that is shorter; by our clock, as Keystone's may differ. */
    static Instant renewAt(Instant received, Duration life) {
        Duration tenth = life.dividedBy(10);
        return received.plus(life).minus(tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN);
    }
}
