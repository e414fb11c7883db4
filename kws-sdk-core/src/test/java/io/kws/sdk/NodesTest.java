package io.kws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.FakeDrivers.FakeNode;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesTest {
    private final FakeNode one = new FakeNode();
    private final FakeNode two = new FakeNode();
    private final Kws kws = Kws.builder().build();

    private static NodeConfig node(String name) {
        return NodeConfig.builder().name(name).build();
    }

    @BeforeEach
    void announce() {
        FakeDrivers.first("one", context -> one);
        FakeDrivers.first("two", context -> two);
    }

    @AfterEach
    void close() {
        kws.close();
        FakeDrivers.forget();
    }

    @Test
    void build_nodes_areThereSortedByName() {
        try (Kws both = Kws.builder().node(node("two")).node(node("one")).build()) {
            assertThat(both.nodes().names()).containsExactly("one", "two");
            assertThat(both.nodes().list()).extracting(Node::name).containsExactly("one", "two");
            assertThat(both.node("one")).hasToString("one");
        }
    }

    @Test
    void get_closed_saysSo() {
        Kws closed = Kws.builder().node(node("one")).build();
        assertThat(closed).hasToString("Kws[one]");
        closed.close();

        assertThatThrownBy(() -> closed.node("one"))
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("the SDK is closed");
    }

    @Test
    void build_driver_getsTheSettings() {
        List<DriverContext> contexts = new ArrayList<>();
        FakeDrivers.first("one", context -> {
            contexts.add(context);
            return one;
        });
        Timeouts timeouts = Timeouts.builder().retries(7).build();

        Kws.builder().timeouts(timeouts).node(node("one")).build().close();

        assertThat(contexts).singleElement().extracting(DriverContext::timeouts).isEqualTo(timeouts);
    }

    @Test
    void build_sameNameTwice_isConflictAndClosesBoth() {
        Kws.Builder builder = Kws.builder().node(node("two")).node(node("one")).node(node("one"));

        assertThatThrownBy(builder::build).isInstanceOf(ConflictException.class);

        assertThat(two.closed()).isEqualTo(1);
        assertThat(one.closed()).isEqualTo(2);
    }

    @Test
    void add_atRunTime_isThere() {
        Node node = kws.nodes().add(node("one"));

        assertThat(kws.node("one")).isSameAs(node);
        assertThat(kws.nodes().find("one")).contains(node);
    }

    @Test
    void add_nameIsTaken_isConflictAndFormerStays() {
        Node former = kws.nodes().add(node("one"));
        FakeDrivers.first("one", context -> two);

        assertThatThrownBy(() -> kws.nodes().add(node("one")))
                .isInstanceOf(ConflictException.class)
                .hasMessage("node \"one\" already exists");

        assertThat(kws.node("one")).isSameAs(former);
        assertThat(one.closed()).isZero();
        assertThat(two.closed()).isEqualTo(1);
    }

    @Test
    void add_noDriverServesIt_namesTheArtifact() {
        NodeConfig cloud = NodeConfig.builder()
                .name("cloud")
                .openstack(CloudConfig.builder()
                        .authUrl(URI.create("https://keystone.example/v3"))
                        .credentials(Credentials.applicationCredential("id", Secret.of("hunter22")))
                        .build())
                .build();

        assertThatThrownBy(() -> kws.nodes().add(cloud))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageStartingWith("cloud: ")
                .hasMessageContaining("io.kws:kws-sdk-openstack")
                .hasMessageNotContaining("hunter22");
    }

    @Test
    void add_noDriverServesTheCluster_namesTheArtifact() {
        NodeConfig cluster = NodeConfig.builder()
                .name("cluster")
                .kubernetes(ClusterConfig.inCluster().build())
                .build();

        assertThatThrownBy(() -> kws.nodes().add(cluster))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageContaining("io.kws:kws-sdk-k8s");
    }

    @Test
    void add_driverFails_namesTheNodeAndClosesTheOtherDriver() {
        FakeDrivers.second("one", context -> {
            throw new ConfigurationException("no such kubeconfig");
        });

        assertThatThrownBy(() -> kws.nodes().add(node("one")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("one: no such kubeconfig");

        assertThat(one.closed()).isEqualTo(1);
        assertThat(kws.nodes().list()).isEmpty();
    }

    @Test
    void add_driverFailsUnexpectedly_closesTheOtherDriver() {
        FakeDrivers.second("one", context -> {
            throw new IllegalStateException("bug");
        });

        assertThatThrownBy(() -> kws.nodes().add(node("one"))).isInstanceOf(IllegalStateException.class);

        assertThat(one.closed()).isEqualTo(1);
    }

    @Test
    void add_afterClose_isRefusedAndNodeClosed() {
        kws.close();

        assertThatThrownBy(() -> kws.nodes().add(node("one"))).isInstanceOf(CancelledException.class);

        assertThat(one.closed()).isEqualTo(1);
        assertThat(kws.nodes().list()).isEmpty();
    }

    @Test
    void replace_nameIsTaken_closesTheFormer() {
        kws.nodes().add(node("one"));
        FakeDrivers.first("one", context -> two);

        Node newer = kws.nodes().replace(node("one"));

        assertThat(kws.node("one")).isSameAs(newer);
        assertThat(one.closed()).isEqualTo(1);
        assertThat(two.closed()).isZero();
    }

    @Test
    void replace_nameIsFree_adds() {
        kws.nodes().replace(node("one"));

        assertThat(kws.nodes().names()).containsExactly("one");
    }

    @Test
    void replace_newOneCannotBeOpened_formerStays() {
        Node former = kws.nodes().add(node("one"));
        FakeDrivers.first("one", context -> {
            throw new ConfigurationException("wrong");
        });

        assertThatThrownBy(() -> kws.nodes().replace(node("one"))).isInstanceOf(ConfigurationException.class);

        assertThat(kws.node("one")).isSameAs(former);
        assertThat(one.closed()).isZero();
    }

    @Test
    void remove_isThere_closesIt() {
        kws.nodes().add(node("one"));

        assertThat(kws.nodes().remove("one")).isTrue();

        assertThat(one.closed()).isEqualTo(1);
        assertThat(kws.nodes().find("one")).isEmpty();
    }

    @Test
    void remove_isNotThere_saysSo() {
        assertThat(kws.nodes().remove("one")).isFalse();
    }

    @Test
    void get_unknownName_suggestsTheNearest() {
        kws.nodes().add(node("one"));

        assertThatThrownBy(() -> kws.node("onw"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("node \"onw\" does not exist; did you mean \"one\"?");
    }

    @Test
    void close_twice_closesDriversOnce() {
        kws.nodes().add(node("one"));

        kws.close();
        kws.close();

        assertThat(one.closed()).isEqualTo(1);
    }

    @Test
    void close_aDriverFails_closesTheOthersAndThrows() {
        FakeNode bad = new FakeNode(() -> {
            throw new IllegalStateException("cannot close");
        });
        FakeDrivers.first("bad", context -> bad);
        FakeDrivers.second("bad", context -> one);
        Kws both = Kws.builder().node(node("bad")).node(node("two")).build();

        assertThatThrownBy(both::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot close");

        assertThat(bad.closed()).isEqualTo(1);
        assertThat(one.closed()).isEqualTo(1);
        assertThat(two.closed()).isEqualTo(1);
    }

    @Test
    void close_operationRuns_endsItBeforeItsDriverCloses() {
        List<Operation<?>> operations = new ArrayList<>();
        List<Boolean> doneAtClose = new ArrayList<>();
        FakeDrivers.first("busy", context -> {
            operations.add(new UseCaseRunner("busy", context.threads(), context.timeouts())
                    .start(new UseCase<>("wait", Duration.ofMinutes(1), steps -> {
                        steps.act("wait", step -> Waiting.pause(Duration.ofMinutes(1)));
                        return receipt -> receipt;
                    })));
            return new FakeNode(() -> operations.forEach(operation -> doneAtClose.add(
                    operation.toFuture().handle((result, failure) -> true).join())));
        });
        Kws busy = Kws.builder().node(node("busy")).build();

        busy.close();

        assertThat(doneAtClose).containsExactly(true);
        assertThatThrownBy(operations.get(0)::await).isInstanceOf(CancelledException.class);
    }
}
