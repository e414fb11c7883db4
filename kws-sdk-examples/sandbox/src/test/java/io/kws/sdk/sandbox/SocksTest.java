package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocksTest {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);
    private final Lab lab = new Lab(client);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String address(String groups) {
        String server = lab.active("web", "\"security_groups\": [" + groups + "]");
        return client.get("/compute/v2.1/servers/" + server).string("/server/addresses/private/0/addr");
    }

    private String connect(String address, int port, String say) throws IOException {
        try (Socket socket = new Socket(new Proxy(Proxy.Type.SOCKS, node.socksProxy()))) {
            socket.connect(new InetSocketAddress(address, port), 5000);
            socket.getOutputStream().write(say.getBytes(StandardCharsets.US_ASCII));
            InputStreamReader in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            return String.valueOf(new BufferedReader(in).readLine());
        }
    }

    @Test
    void port22_allowed_saysItIsSsh() throws IOException {
        assertThat(connect(address("{\"name\": \"ssh-icmp\"}"), 22, "")).isEqualTo("SSH-2.0-OpenSSH_9.2p1 sandbox");
    }

    @Test
    void port22_throughTheFloatingIp() throws IOException {
        address("{\"name\": \"ssh-icmp\"}");
        String body = "{\"floatingip\": {\"floating_network_id\": \"%s\", \"port_id\": \"%s\"}}"
                .formatted(lab.network("public"), lab.ports().path(0).path("id").asText());
        String floating = client.post("/network/v2.0/floatingips", body).string("/floatingip/floating_ip_address");

        assertThat(connect(floating, 22, "")).startsWith("SSH-2.0");
    }

    @Test
    void notAllowed_isUnreachable() {
        String address = address("{\"name\": \"default\"}");

        assertThatThrownBy(() -> connect(address, 22, ""))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("Host unreachable");
    }

    @Test
    void nobodyThere_isUnreachable() {
        assertThatThrownBy(() -> connect("172.24.4.199", 22, "")).hasMessageContaining("Host unreachable");
    }

    @Test
    void port80_isAPageThatNamesTheServer() throws IOException {
        openAll();

        assertThat(connect(address("{\"name\": \"all\"}"), 80, "GET / HTTP/1.0\r\n\r\n"))
                .isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void otherPorts_refuse_untilSomethingListens() throws IOException {
        openAll();
        String address = address("{\"name\": \"all\"}");

        assertThatThrownBy(() -> connect(address, 8080, "")).hasMessageContaining("Connection refused");
        node.openPort(8080, "hello\n");
        assertThat(connect(address, 8080, "")).isEqualTo("hello");
    }

    @Test
    void guestTime_notOver_refuses() {
        node.guestTime(Duration.ofMinutes(1));
        String address = address("{\"name\": \"ssh-icmp\"}");

        assertThatThrownBy(() -> connect(address, 22, "")).hasMessageContaining("Connection refused");
    }

    private void openAll() {
        String group = client.post("/network/v2.0/security-groups", "{\"security_group\": {\"name\": \"all\"}}")
                .string("/security_group/id");
        client.post(
                "/network/v2.0/security-group-rules",
                "{\"security_group_rule\": {\"direction\": \"ingress\", \"security_group_id\": \"" + group + "\"}}");
    }
}
