package io.kws.sdk.k8s.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1DeleteOptions;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.SharedNote;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.trace.CallListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs that sweep one cluster rely on. */
public abstract class ConfigMapNoteContract {
    private final Threads threads = new Threads();
    private ClusterClient client;
    private SharedNote note;

    /** Returns the cluster. */
    abstract ClusterConfig cluster();

    SharedNote note() {
        return note;
    }

    @BeforeEach
    void open() {
        ClusterConfig cluster = cluster();
        NodeConfig node = NodeConfig.builder().name("k1").kubernetes(cluster).build();
        client = new ClusterClient(node, cluster, new DriverContext(threads, SandboxNodes.FAST, CallListener.NONE));
        note = new ConfigMapNote(client, cluster);
        forget();
    }

    @AfterEach
    void close() {
        forget();
        client.close();
        threads.close();
    }

    private void forget() {
        client.find(Request.delete(ApiResource.CONFIG_MAPS, "default", "kws-sweeper", new V1DeleteOptions()));
    }

    private <T> List<T> eightTimesAtOnce(Supplier<T> work) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(work, threads.steps())).limit(8).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void read_notThere_isMadeEmptyAndOnce() {
        List<SharedNote.Version> read = eightTimesAtOnce(note::read);

        assertThat(read).containsOnly(note.read());
        assertThat(note.read().text()).isEmpty();
    }

    @Test
    void replace_changedMeanwhile_isRefused() {
        SharedNote.Version seen = note.read();
        SharedNote.Version written = note.replace(seen, "first").orElseThrow();

        assertThat(note.replace(seen, "second")).isEmpty();
        assertThat(note.read()).isEqualTo(written);
        assertThat(written.text()).isEqualTo("first");
    }

    @Test
    void replace_manyAtOnce_succeedsOnce() {
        for (int i = 0; i < 10; i++) {
            SharedNote.Version seen = note.read();
            String text = "round " + i;

            assertThat(eightTimesAtOnce(() -> note.replace(seen, text)).stream().filter(written -> written.isPresent()))
                    .hasSize(1);
        }
    }

    @Test
    void replace_deletedAndMadeAgain_isRefused() {
        SharedNote.Version seen = note.read();
        forget();
        note.read();

        assertThat(note.replace(seen, "mine")).isEmpty();
        assertThat(note.read().text()).isEmpty();
    }
}
