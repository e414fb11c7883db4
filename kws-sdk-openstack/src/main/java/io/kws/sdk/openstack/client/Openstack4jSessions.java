package io.kws.sdk.openstack.client;

import java.lang.reflect.Field;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.core.transport.Config;
import org.openstack4j.openstack.internal.OSClientSession;
import org.openstack4j.openstack.internal.OSClientSession.OSClientSessionV3;

/**
 * Binds openstack4j to one node around a call. openstack4j's services are singletons that read their session, and so the
 * cloud they talk to, from a thread-local which the constructor of a session sets and nothing clears.
 */
final class Openstack4jSessions {
    private static final ThreadLocal<OSClientSession<?, ?>> CURRENT = current();
    private static final ThreadLocal<Binding> BINDING = new ThreadLocal<>();

    private record Binding(OSClientV3 session, OpenStackClient client) {}

    private Openstack4jSessions() {}

    static <R> R bind(OpenStackClient client, Token token, Function<OSClientV3, R> work) {
        OSClientSession<?, ?> outerSession = CURRENT.get();
        Binding outerBinding = BINDING.get();
        try {
            Config config = Config.newConfig().withEndpointURLResolver(new CatalogResolver(token.catalog()));
            OSClientV3 session = OSClientSessionV3.createSession(token.keystone(), null, null, config);
            BINDING.set(new Binding(session, client));
            return work.apply(session);
        } finally {
            restore(CURRENT, outerSession);
            restore(BINDING, outerBinding);
        }
    }

    /**
     * Returns the client that the current thread's call of openstack4j goes through; null outside {@link #bind}, and for a
     * session that the work has opened itself.
     */
    static @Nullable OpenStackClient client() {
        Binding binding = BINDING.get();
        return binding != null && binding.session == CURRENT.get() ? binding.client : null;
    }

    private static <T> void restore(ThreadLocal<T> local, @Nullable T outer) {
        if (outer == null) {
            local.remove();
        } else {
            local.set(outer);
        }
    }

    /** openstack4j offers no way to give the thread its former session back but its own private field. */
    @SuppressWarnings("unchecked")
    private static ThreadLocal<OSClientSession<?, ?>> current() {
        try {
            Field sessions = OSClientSession.class.getDeclaredField("sessions");
            sessions.setAccessible(true);
            return (ThreadLocal<OSClientSession<?, ?>>) sessions.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of openstack4j keeps its session elsewhere", e);
        }
    }
}
