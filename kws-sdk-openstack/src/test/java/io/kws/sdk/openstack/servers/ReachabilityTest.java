package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.Deadline;
import io.kws.sdk.operations.Pace;
import io.kws.sdk.servers.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachabilityTest extends OnSandbox {
    private static final Pace OFTEN = Pace.every(Duration.ofMillis(2));

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

    private static void briefly(Runnable wait) {
        within(Duration.ofMillis(80), wait);
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

        assertThatThrownBy(() -> briefly(() -> proxied.awaitPort(host, 81)))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageContaining("port 81 of " + host + " did not answer")
                .hasMessageContaining("refused");
    }

    @Test
    void awaitPort_notLetIn_timesOutAndSaysSo() {
        String host = rent(Port.SSH);

        assertThatThrownBy(() -> briefly(() -> proxied.awaitPort(host, 80)))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageContaining("unreachable");
    }

    @Test
    void awaitSsh_anotherGreeting_isNoSshServer() {
        cloud.openPort(22, "220 mail.example.org\r\n");
        String host = rent(Port.SSH);

        assertThatThrownBy(() -> briefly(() -> proxied.awaitSsh(host)))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageContaining("no SSH greeting");
        assertThatCode(() -> proxied.awaitPort(host, 22)).doesNotThrowAnyException();
    }

    @Test
    void awaitSsh_silentPort_keepsToTheDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();

            assertThatThrownBy(() -> briefly(() -> direct.await("127.0.0.1", silent.getLocalPort(), "SSH-")))
                    .isInstanceOf(WaitTimedOutException.class)
                    .hasMessageContaining("no answer");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
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
        int port;
        try (ServerSocket former = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = former.getLocalPort();
        }

        assertThatThrownBy(() -> briefly(() -> direct.awaitPort("127.0.0.1", port)))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void awaitPort_proxyIsDown_timesOutAndSaysSo() {
        String host = rent(Port.SSH);
        sandbox.close();

        assertThatThrownBy(() -> briefly(() -> proxied.awaitPort(host, 22)))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void awaitSsh_noAddress_timesOut() {
        assertThatThrownBy(() -> briefly(() -> direct.awaitPort("", 1))).isInstanceOf(WaitTimedOutException.class);
    }
}
