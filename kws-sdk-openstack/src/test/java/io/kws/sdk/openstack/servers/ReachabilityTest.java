package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.MoreTime;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.servers.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReachabilityTest extends OnSandbox {
    private static final PollInterval OFTEN = PollInterval.every(Duration.ofMillis(2));

    private final Reachability direct = new Reachability(Optional.empty(), OFTEN);
    private final Reachability proxied = new Reachability(
            Optional.of(URI.create("socks5://127.0.0.1:" + cloud.socksProxy().getPort())), OFTEN);

    private String rent(Port... ports) {
        return servers.rent(spec("web-1").reachableOn(ports).build()).access().host();
    }

    private static void within(Duration allowed, Runnable wait) {
        Deadline.after(allowed).during(() -> {
            wait.run();
            return true;
        });
    }

    /** Waits for what never comes, long enough to see why. */
    private static void assertTimesOut(Runnable wait, String... reasons) {
        MoreTime.untilItHolds(allowed -> assertThatThrownBy(() -> within(allowed, wait))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageContainingAll(reasons));
    }

    @Test
    void awaitPort_openBehindTheProxy_returns() {
        String host = rent(Port.SSH, Port.HTTP);

        assertThatCode(() -> proxied.awaitPort(host, 80)).doesNotThrowAnyException();
        assertThatCode(() -> proxied.awaitSsh(host)).doesNotThrowAnyException();
    }

    @Test
    void awaitPort_opensLater_waitsForIt() {
        cloud.guestTime(Duration.ofMillis(60));
        String host = rent(Port.HTTP);

        assertThatCode(() -> within(Duration.ofSeconds(20), () -> proxied.awaitPort(host, 80)))
                .doesNotThrowAnyException();
    }

    @Test
    void awaitPort_refused_timesOutAndSaysSo() {
        String host = rent(Port.tcp(81));

        assertTimesOut(() -> proxied.awaitPort(host, 81), "port 81 of " + host + " did not answer", "refused");
    }

    @Test
    void awaitPort_notLetIn_timesOutAndSaysSo() {
        String host = rent(Port.SSH);

        assertTimesOut(() -> proxied.awaitPort(host, 80), "unreachable");
    }

    @Test
    void awaitSsh_anotherGreeting_isNoSshServer() {
        cloud.openPort(22, "220 mail.example.org\r\n");
        String host = rent(Port.SSH);

        assertTimesOut(() -> proxied.awaitSsh(host), "no SSH greeting");
        assertThatCode(() -> proxied.awaitPort(host, 22)).doesNotThrowAnyException();
    }

    @Test
    @Timeout(120)
    void awaitSsh_silentPort_keepsToTheDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertTimesOut(() -> direct.await("127.0.0.1", silent.getLocalPort(), "SSH-"), "no answer");
        }
    }

    @Test
    void awaitPort_directly_returnsOnceItIsOpen() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThatCode(() -> direct.awaitPort("127.0.0.1", open.getLocalPort()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void awaitPort_nobodyListens_timesOut() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // so nobody else listens there

            assertTimesOut(() -> direct.awaitPort("127.0.0.1", taken.getLocalPort()), "refused");
        }
    }

    @Test
    void awaitPort_proxyIsDown_timesOutAndSaysSo() {
        String host = rent(Port.SSH);
        sandbox.close();

        assertTimesOut(() -> proxied.awaitPort(host, 22), "refused");
    }

    @Test
    void awaitSsh_noAddress_timesOut() {
        assertTimesOut(() -> direct.awaitPort("", 1), "did not answer");
    }
}
