package io.kws.sdk.openstack.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.Kws;
import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openstack4j.api.OSClient.OSClientV3;

class ContainerActionsTest {
    private static final String ACTIONS = "/container/v1/containers/[^/]+/(stop|start|reboot)$";

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode cloud = sandbox.node("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);
    private final Containers containers = kws.node("kws1").containers();

    @AfterEach
    void end() {
        kws.close();
        sandbox.close();
    }

    private Container run(String... command) {
        return containers
                .run(ContainerSpec.builder()
                        .name("web-1")
                        .image("busybox")
                        .command(command)
                        .build())
                .container();
    }

    /** Does what the SDK has no method for. */
    private void pause(Container container) throws IOException, InterruptedException {
        String token = kws.node("kws1")
                .unwrap(OSClientV3.class, openstack -> openstack.getToken().getId());
        String address =
                cloud.authUrl().toString().replace("/identity/v3", "/container/v1/containers/" + container.id());
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/pause"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("X-Auth-Token", token)
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        while (containers.get(container.id()).status() != ContainerStatus.PAUSED) {
            Thread.onSpinWait();
        }
    }

    /** A change of state, by a name for the report. */
    record Change(String name, Function<Containers, Container> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        return Map.<String, Function<Containers, Container>>of(
                        "stop", all -> all.stop("web-1"),
                        "restart", all -> all.restart("web-1"))
                .entrySet()
                .stream()
                .map(entry -> new Change(entry.getKey(), entry.getValue()));
    }

    @RepeatedTest(5)
    void restart_answerLostAndEndMissed_isDone() {
        run("sleep", "600");
        cloud.inject(Fault.on("POST", ACTIONS).resetAfter());

        assertThat(containers.restart("web-1").status()).isEqualTo(ContainerStatus.RUNNING);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_answerLost_isDoneOnce(Change change) {
        run("sleep", "600");
        cloud.inject(Fault.on("POST", ACTIONS).resetAfter());

        Container changed = change.change().apply(containers);

        assertThat(changed.status()).isIn(ContainerStatus.RUNNING, ContainerStatus.STOPPED);
        assertThat(changed.task()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_serviceFailsOnce_isRepeated(Change change) {
        run("sleep", "600");
        cloud.inject(Fault.on("POST", ACTIONS).answer(500));

        assertThat(change.change().apply(containers).task()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_serviceFailsAlways_saysWhatWasAttempted(Change change) {
        run("sleep", "600");
        cloud.inject(Fault.on("POST", ACTIONS).answer(500).always());

        assertThatThrownBy(() -> change.change().apply(containers))
                .isInstanceOf(KwsException.class)
                .hasMessageStartingWith("Could not " + change.name() + " container \"web-1\" on kws1: ");
    }

    @Test
    void startAndStop_paused_areConflictsAndDeleteIsNot() throws IOException, InterruptedException {
        Container container = run("sleep", "600");
        pause(container);

        assertThatThrownBy(() -> containers.start("web-1"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("in Paused state");
        assertThatThrownBy(() -> containers.stop("web-1")).isInstanceOf(ConflictException.class);
        assertThat(containers.delete("web-1").isClean()).isTrue();
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void start_whatEndsByItself_waitsForItsEnd() {
        Container first = run("echo", "done");

        Container second = containers.start(first.id());

        assertThat(second.exitCode()).hasValue(0);
        assertThat(containers.logs("web-1", 10)).isEqualTo("done\ndone\n");
    }
}
