package io.kws.sdk.openstack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.openstack.OpenStackStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.openstack.internal.OSClientSession;

/** What a call leaves behind on its thread: nothing. */
class Openstack4jSessionsTest {
    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("a");

    @RegisterExtension
    final OpenStackStub other = new OpenStackStub("b");

    @AfterEach
    void forget() {
        PlainOpenstack4j.forget();
    }

    @Test
    void call_ends_leavesNoSession() {
        cloud.client().call(client -> assertThat(OSClientSession.getCurrent()).isSameAs(client));

        assertThat(OSClientSession.getCurrent()).isNull();
        assertThat(Openstack4jSessions.client()).isNull();
    }

    @Test
    void call_throws_leavesNoSession() {
        IllegalStateException own = new IllegalStateException("own");

        assertThatThrownBy(() -> cloud.client().call(client -> {
                    throw own;
                }))
                .isSameAs(own);
        assertThat(OSClientSession.getCurrent()).isNull();
        assertThat(Openstack4jSessions.client()).isNull();
    }

    @Test
    void call_insideAnother_restoresTheOuterOne() {
        OpenStackClient outer = cloud.client();
        OpenStackClient inner = other.client();

        outer.call(client -> {
            inner.call(second -> assertThat(Openstack4jSessions.client()).isSameAs(inner));
            assertThat(OSClientSession.getCurrent()).isSameAs(client);
            return assertThat(Openstack4jSessions.client()).isSameAs(outer);
        });

        assertThat(OSClientSession.getCurrent()).isNull();
    }

    @Test
    void call_programHasASession_keepsIt() {
        OSClientV3 own = PlainOpenstack4j.logIn(other);

        cloud.client().call(client -> "");

        assertThat(OSClientSession.getCurrent()).isSameAs(own);
    }

    /** A client that the work makes for another cloud must not be handed this node's token. */
    @Test
    void call_workLogsInElsewhere_keepsTheTokensApart() {
        cloud.tokensAre("token-of-a");
        other.tokensAre("token-of-b").answers("GET", "/servers/1", 200, "{\"server\":{\"name\":\"b1\"}}");

        String name = cloud.client()
                .call(client -> PlainOpenstack4j.logIn(other)
                        .compute()
                        .servers()
                        .get("1")
                        .getName());

        assertThat(name).isEqualTo("b1");
        assertThat(other.requests("POST", "/auth/tokens")).noneMatch(request -> request.containsHeader("X-Auth-Token"));
        assertThat(other.requests("GET", "/servers/1"))
                .extracting(request -> request.getHeader("X-Auth-Token"))
                .containsExactly("token-of-b");
        assertThat(OSClientSession.getCurrent()).isNull();
    }
}
