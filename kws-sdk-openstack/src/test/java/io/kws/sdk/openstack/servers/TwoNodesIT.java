package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.Testbed;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.ServerSpec;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.compute.Server;

/** Two independent nodes of the testbed, used at once. */
class TwoNodesIT {
    private static final int THREADS = 16;
    private static final int CALLS = 100;

    @Test
    void anyThread_anyNode_isAnsweredByThatNode() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Kws kws = Testbed.connect()) {
            List<Node> nodes = List.of(kws.node("kws1"), kws.node("kws2"));
            List<String> servers = nodes.stream().map(TwoNodesIT::rent).toList();
            try {
                List<Callable<Boolean>> calls = IntStream.range(0, CALLS)
                        .<Callable<Boolean>>mapToObj(i -> () -> hasOnlyItsOwn(nodes.get(i % 2), servers, i % 2))
                        .toList();
                for (Future<Boolean> answer : threads.invokeAll(calls)) {
                    assertThat(answer.get()).isTrue();
                }
            } finally {
                IntStream.range(0, 2).forEach(i -> nodes.get(i).servers().release(servers.get(i)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String rent(Node node) {
        ServerSpec spec = ServerSpec.builder()
                .name("two-" + RentalId.random())
                .image("ubuntu-22.04")
                .flavor("m1.nano")
                .build();
        return node.servers().rent(spec).server().id();
    }

    /** By the SDK's own way and by openstack4j's. */
    private static boolean hasOnlyItsOwn(Node node, List<String> servers, int own) {
        return node.servers().find(servers.get(own)).isPresent()
                && node.servers().find(servers.get(1 - own)).isEmpty()
                && node.unwrap(
                        OSClientV3.class,
                        openstack -> openstack.compute().servers().list(false).stream()
                                .map(Server::getId)
                                .noneMatch(servers.get(1 - own)::equals));
    }
}
