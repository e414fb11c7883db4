package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.openstack.Testbed;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.SocketFactory;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Servers that really boot, on the testbed's node with QEMU, and are entered over SSH. */
class BootedServersIT {
    private static final Kws KWS = Testbed.connect();
    private static final Proxy INTO_THE_NODE =
            new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), 15209));

    private final Node node = KWS.node("kws3");
    private final String suffix = RentalId.random().value();

    @AfterAll
    static void close() {
        KWS.close();
    }

    private ServerSpec.Options spec(String name) {
        return ServerSpec.builder()
                .name(name + "-" + suffix)
                .image("debian-12")
                .flavor("m1.nano")
                .reachableOn(Port.SSH)
                .readyWithin(Duration.ofMinutes(15));
    }

    @Test
    void rent_newKeypairAndSsh_isEnteredWithTheKeyHandedBack() throws IOException {
        ServerRental rental =
                node.servers().rent(spec("key").readyWhen(Readiness.ssh()).build());
        try (SSHClient ssh = connect(rental)) {
            String key = rental.access().privateKey().orElseThrow().openSsh().reveal();

            ssh.authPublickey(rental.access().user().orElseThrow(), ssh.loadKeys(key, null, null));

            assertThat(run(ssh, "hostname")).isEqualTo("key-" + suffix);
        } finally {
            node.servers().release(rental.server().id());
        }
        assertThat(Traces.of(node, rental.rental().id())).isEmpty();
    }

    @Test
    void rent_passwordAndCloudInit_isEnteredWithThePasswordAfterCloudInit() throws IOException {
        Secret password = Secret.of("pass word-'\"$1-" + suffix);
        ServerRental rental = node.servers()
                .rent(spec("password")
                        .login(Login.password(password))
                        .cloudInit(CloudInit.builder()
                                .addCommands("echo made by the renter > /tmp/made")
                                .build())
                        .readyWhen(Readiness.cloudInit())
                        .build());
        try (SSHClient ssh = connect(rental)) {
            ssh.authPassword(
                    rental.access().user().orElseThrow(),
                    PasswordUtils.createOneOff(password.reveal().toCharArray()));

            assertThat(run(ssh, "cat /tmp/made")).isEqualTo("made by the renter");
        } finally {
            node.servers().release(rental.server().id());
        }
    }

    @Test
    void rent_cloudInitFails_saysWhyAndLeavesNothing() {
        ServerSpec spec = spec("broken")
                .cloudInit(CloudInit.of("#!/bin/sh\nexit 7\n"))
                .readyWhen(Readiness.cloudInit())
                .build();

        KwsException failure =
                catchThrowableOfType(KwsException.class, () -> node.servers().rent(spec));

        assertThat(failure).isInstanceOf(ProvisioningFailedException.class).hasMessageContaining("scripts-user");
        assertThat(Traces.of(node, spec.rentalId())).isEmpty();
    }

    private static SSHClient connect(ServerRental rental) throws IOException {
        SSHClient ssh = new SSHClient();
        ssh.addHostKeyVerifier(new PromiscuousVerifier());
        ssh.setSocketFactory(new ProxiedSockets());
        ssh.connect(rental.access().host());
        return ssh;
    }

    private static String run(SSHClient ssh, String command) throws IOException {
        try (Session session = ssh.startSession()) {
            byte[] output = session.exec(command).getInputStream().readAllBytes();
            return new String(output, StandardCharsets.UTF_8).strip();
        }
    }

    /** Makes sockets that connect through the proxy into the node. */
    private static final class ProxiedSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Socket(INTO_THE_NODE);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        private static Socket connected(InetSocketAddress address) throws IOException {
            Socket socket = new Socket(INTO_THE_NODE);
            socket.connect(address);
            return socket;
        }
    }
}
