package io.kws.sdk.openstack.sweeps;

import static io.kws.sdk.openstack.client.Service.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.driver.SharedNote;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.SweepSchedule;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecurityGroupNoteTest {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode cloud = sandbox.node("kws1");
    private final Threads threads = new Threads();
    private final OpenStackClient client = SandboxNodes.client(cloud, threads);
    private final SharedNote note = new SecurityGroupNote(client);

    @AfterEach
    void close() {
        threads.close();
        sandbox.close();
    }

    private <T> List<T> eightTimesAtOnce(Supplier<T> work) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(work, threads.steps())).limit(8).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private void makeGroup(String text) {
        client.send(Request.of("POST", NETWORK, "security-groups")
                .body(Json.of(Map.of("security_group", Map.of("name", "kws-sweeper", "description", text)))));
    }

    @Test
    void read_notThere_isMadeEmpty() {
        assertThat(note.read().text()).isEmpty();
        assertThat(note.read()).isEqualTo(note.read());
        assertThat(cloud.leftovers()).hasSize(1);
    }

    @Test
    void replace_asSeen_isWritten() {
        SharedNote.Version written = note.replace(note.read(), "mine").orElseThrow();

        assertThat(note.read()).isEqualTo(written);
        assertThat(written.text()).isEqualTo("mine");
    }

    @Test
    void replace_changedMeanwhile_isRefused() {
        SharedNote.Version seen = note.read();
        assertThat(note.replace(seen, "first")).isPresent();

        assertThat(note.replace(seen, "second")).isEmpty();
        assertThat(note.read().text()).isEqualTo("first");
    }

    @Test
    void replace_manyAtOnce_succeedsOnce() {
        for (int i = 0; i < 20; i++) {
            SharedNote.Version seen = note.read();
            String text = "round " + i;

            assertThat(eightTimesAtOnce(() -> note.replace(seen, text)).stream().filter(written -> written.isPresent()))
                    .hasSize(1);
        }
    }

    @Test
    void replace_answerLost_isThereThoughItIsRefused() {
        SharedNote.Version seen = note.read();
        cloud.inject(Fault.on("PUT", "/network/v2.0/security-groups/.*").resetAfter());

        assertThat(note.replace(seen, "mine")).isEmpty();
        assertThat(note.read().text()).isEqualTo("mine");
    }

    @Test
    void read_severalOfThem_keepsTheOneThatWasChanged() {
        SharedNote.Version mine = note.replace(note.read(), "mine").orElseThrow();
        makeGroup("");
        assertThat(note.replace(mine, "still mine")).isEmpty();

        assertThat(note.read().text()).isEqualTo("still mine");
        assertThat(cloud.leftovers()).hasSize(1);
    }

    @Test
    void schedule_runMissed_isMadeUpForByOneOfTwoPrograms() throws InterruptedException {
        makeGroup("last-sweep=2026-01-01T00:00:00Z");
        BlockingQueue<SweepReport> reports = new LinkedBlockingQueue<>();
        SweepSchedule nightly = SweepSchedule.builder()
                .zone(ZoneOffset.UTC)
                .listener(reports::add)
                .build();
        try (Kws first = SandboxNodes.connect(sandbox);
                Kws second = SandboxNodes.connect(sandbox)) {
            first.sweeps().schedule(nightly);
            second.sweeps().schedule(nightly);

            assertThat(reports.poll(20, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(reports).isEmpty();
        assertThat(note.read().text()).matches("last-sweep=.*Z").isNotEqualTo("last-sweep=2026-01-01T00:00:00Z");
    }
}
