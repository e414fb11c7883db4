package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxTest {
    @Test
    void start_twoNodes_eachHasItsOwnAddress() {
        try (Sandbox sandbox = Sandbox.start("kws1", "kws2")) {
            assertThat(sandbox.nodes()).extracting(SandboxNode::name).containsExactly("kws1", "kws2");
            assertThat(sandbox.node("kws1").authUrl())
                    .isNotEqualTo(sandbox.node("kws2").authUrl());
        }
    }

    @Test
    void node_unknownName_namesTheOthers() {
        try (Sandbox sandbox = Sandbox.start("kws1")) {
            assertThatThrownBy(() -> sandbox.node("kws9"))
                    .hasMessageContaining("kws9")
                    .hasMessageContaining("kws1");
        }
    }

    @Test
    void cloudsYaml_hasUserAndAdministratorOfEachNode() {
        try (Sandbox sandbox = Sandbox.start("kws1", "kws2")) {
            assertThat(sandbox.cloudsYaml())
                    .startsWith("clouds:\n  kws1:\n    auth:\n      auth_url: "
                            + sandbox.node("kws1").authUrl() + "\n")
                    .contains("\n  kws1-admin:\n", "\n  kws2:\n", "\n  kws2-admin:\n", "      password: admin\n");
        }
    }

    @Test
    void nodes_shareNothing() {
        try (Sandbox sandbox = Sandbox.start("kws1", "kws2")) {
            Client first = Client.demo(sandbox.node("kws1"));
            Client second = Client.demo(sandbox.node("kws2"));

            first.post("/compute/v2.1/os-keypairs", "{\"keypair\": {\"name\": \"mine\"}}");

            assertThat(second.get("/compute/v2.1/os-keypairs").at("/keypairs")).isEmpty();
            assertThat(second.with(first.token()).get("/compute/v2.1/servers").status())
                    .isEqualTo(401);
            assertThat(sandbox.node("kws1").leftovers()).isEqualTo(List.of(new Leftover("keypair", "mine", "mine")));
            assertThat(sandbox.node("kws2").leftovers()).isEmpty();
        }
    }

    @Test
    void start_leavesDaemonThreadsOnly() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Sandbox sandbox = Sandbox.start("kws1")) {
            Client.demo(sandbox.node("kws1"));

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread) && !thread.isDaemon())
                    .isEmpty();
        }
    }

    @Test
    void close_cutsConnections() {
        Sandbox sandbox = Sandbox.start("kws1");
        Client client = Client.demo(sandbox.node("kws1"));

        sandbox.close();

        assertThatThrownBy(() -> client.get("/compute/v2.1/servers")).isInstanceOf(java.io.UncheckedIOException.class);
    }
}
