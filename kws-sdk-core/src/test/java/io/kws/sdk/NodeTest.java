package io.kws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.FakeDrivers.FakeNode;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.NodeDriver;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.NotFoundException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodeTest {
    private final Kws kws = Kws.builder().build();
    private final Node node = open();

    private Node open() {
        FakeDrivers.first("kws1", context -> new FakeNode());
        return kws.nodes().add(NodeConfig.builder().name("kws1").build());
    }

    @AfterEach
    void close() {
        kws.close();
        FakeDrivers.forget();
    }

    static Stream<Consumer<Node>> missing() {
        return Stream.of(Node::servers, Node::images, Node::networks, Node::keypairs, Node::containers);
    }

    @Test
    void capability_driverHasIt_isReturned() {
        assertThat(node.flavors().list()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("missing")
    void capability_driverLacksIt_namesNodeAndArtifact(Consumer<Node> ask) {
        assertThatThrownBy(() -> ask.accept(node))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageStartingWith("kws1: it has no ")
                .hasMessageContaining("io.kws:kws-sdk-openstack");
    }

    @Test
    void unwrap_knownClient_runsTheWork() {
        assertThat(node.<String, Integer>unwrap(String.class, String::length)).isEqualTo(3);
    }

    @Test
    void unwrap_unknownClient_namesIt() {
        assertThatThrownBy(() -> node.<Thread, String>unwrap(Thread.class, Thread::getName))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessage("kws1: none of its drivers wraps a java.lang.Thread");
    }

    @Test
    void unwrap_workFails_itsErrorComesOut() {
        assertThatThrownBy(() -> node.unwrap(String.class, text -> {
                    throw new NotFoundException(text);
                }))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("raw");
    }

    @Test
    void unwrap_secondDriverWrapsIt_isFound() {
        FakeDrivers.first("both", context -> new FakeNode());
        FakeDrivers.second("both", context -> new OtherNode());
        Node both = kws.nodes().add(NodeConfig.builder().name("both").build());

        assertThat(both.<Integer, Integer>unwrap(Integer.class, number -> number + 1))
                .isEqualTo(42);
    }

    /** Wraps a number. */
    private static final class OtherNode implements NodeDriver {
        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return Optional.empty();
        }

        @Override
        public boolean wraps(Class<?> client) {
            return client == Integer.class;
        }

        @Override
        public <C, R> R unwrap(Class<C> client, Function<C, R> work) {
            return work.apply(client.cast(41));
        }

        @Override
        public void close() {}
    }
}
