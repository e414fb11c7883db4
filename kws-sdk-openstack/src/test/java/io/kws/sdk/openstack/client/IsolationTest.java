package io.kws.sdk.openstack.client;

import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openstack4j.openstack.internal.OSClientSession;

/** No answer ever comes from another node; {@code -Dkws.isolation.calls=100000} asks for long. */
class IsolationTest {
    private static final Request GET = Request.get(COMPUTE, "servers", "1");

    @RegisterExtension
    final TinyCloud one = new TinyCloud("one");

    @RegisterExtension
    final TinyCloud two = new TinyCloud("two");

    @RegisterExtension
    final TinyCloud three = new TinyCloud("three");

    @Test
    void calls_threeNodesAtRandom_eachAnswersForItself() throws InterruptedException {
        List<OpenStackClient> clients = List.of(one.client(), two.client(), three.client());
        int calls = Integer.getInteger("kws.isolation.calls", 2000);

        List<Throwable> failures = Crowd.run(32, calls, i -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            OpenStackClient client = clients.get(random.nextInt(clients.size()));
            OpenStackClient inner = clients.get(random.nextInt(clients.size()));
            switch (random.nextInt(3)) {
                case 0 -> assertThat(nameBySending(client)).isEqualTo(client.node());
                case 1 -> assertThat(nameByOpenstack4j(client)).isEqualTo(client.node());
                default -> nested(client, inner);
            }
            assertThat(OSClientSession.getCurrent()).isNull();
        });

        assertThat(failures).isEmpty();
        assertThat(List.of(one.logins.get(), two.logins.get(), three.logins.get()))
                .containsOnly(1);
    }

    private static void nested(OpenStackClient outer, OpenStackClient inner) {
        outer.call(client -> {
            assertThat(nameByOpenstack4j(inner)).isEqualTo(inner.node());
            assertThat(client.compute().servers().get("1").getName()).isEqualTo(outer.node());
            return "";
        });
    }

    private static String nameBySending(OpenStackClient client) {
        return client.send(GET).path("server").path("name").asText();
    }

    private static String nameByOpenstack4j(OpenStackClient client) {
        return client.call(os -> os.compute().servers().get("1").getName());
    }
}
