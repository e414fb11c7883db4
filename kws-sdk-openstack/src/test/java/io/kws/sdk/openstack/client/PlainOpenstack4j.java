package io.kws.sdk.openstack.client;

import io.kws.sdk.openstack.OpenStackStub;
import java.lang.reflect.Field;
import java.util.function.Function;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.openstack.OSFactory;
import org.openstack4j.openstack.internal.OSClientSession;

/** openstack4j as its manual shows it, for comparison; leaves the thread without a session. */
final class PlainOpenstack4j {
    private PlainOpenstack4j() {}

    static <R> R use(OpenStackStub cloud, Function<OSClientV3, R> work) {
        try {
            return work.apply(logIn(cloud));
        } finally {
            forget();
        }
    }

    static OSClientV3 logIn(OpenStackStub cloud) {
        return OSFactory.builderV3()
                .endpoint(cloud.url() + "/identity/v3")
                .credentials("alice", OpenStackStub.PASSWORD, Identifier.byName("Default"))
                .scopeToProject(Identifier.byName("lab"), Identifier.byName("Default"))
                .authenticate();
    }

    /** Nothing of openstack4j does it: its thread keeps the last session. */
    static void forget() {
        try {
            Field sessions = OSClientSession.class.getDeclaredField("sessions");
            sessions.setAccessible(true);
            ((ThreadLocal<?>) sessions.get(null)).remove();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean hasSession() {
        return OSClientSession.getCurrent() != null;
    }
}
