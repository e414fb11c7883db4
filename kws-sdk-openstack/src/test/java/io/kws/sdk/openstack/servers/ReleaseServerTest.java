package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openstack4j.api.Builders;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.compute.ServerCreate;

class ReleaseServerTest extends OnSandbox {
    private ServerRental rentReachable() {
        return servers.rent(spec("web-1").reachableOn(Port.SSH).build());
    }

    private static List<ResourceKind> kinds(Receipt receipt, Outcome outcome) {
        return receipt.entries(outcome).stream().map(ReceiptEntry::kind).toList();
    }

    @Test
    void release_byManyAtOnce_leavesNothingAndFailsForNobody() {
        rentReachable();

        List<CompletableFuture<Receipt>> releases = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> servers.release("web-1")))
                .limit(6)
                .toList();

        assertThat(releases)
                .allSatisfy(release -> assertThat(release.join().isClean()).isTrue());
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void release_serverInError_takesAllAway() {
        ServerRental rental = rentReachable();
        AdminActions.resetState(sandbox, "kws1", rental.server().id());
        assertThat(servers.get("web-1").status()).isEqualTo(ServerStatus.ERROR);

        assertThat(kinds(servers.release("web-1"), Outcome.DELETED)).hasSize(5).contains(ResourceKind.SERVER);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void release_serverOfAnother_deletesOnlyTheServer() {
        kws.node("kws1").keypairs().create("theirs");
        String serverId = kws.node("kws1").unwrap(OSClientV3.class, openstack -> {
            String network = openstack.networking().network().list().stream()
                    .filter(net -> net.getName().equals("private"))
                    .findFirst()
                    .orElseThrow()
                    .getId();
            String port = openstack
                    .networking()
                    .port()
                    .create(Builders.port().networkId(network).name("theirs").build())
                    .getId();
            ServerCreate request = Builders.server()
                    .name("theirs")
                    .image(kws.node("kws1").images().get("debian-12").id())
                    .flavor("1")
                    .keypairName("theirs")
                    .addNetworkPort(port)
                    .build();
            return openstack.compute().servers().boot(request).getId();
        });

        Receipt receipt = servers.release(serverId);

        assertThat(kinds(receipt, Outcome.DELETED)).containsExactly(ResourceKind.SERVER);
        assertThat(cloud.leftovers()).extracting(Leftover::kind).containsExactlyInAnyOrder("port", "keypair");
    }

    @Test
    void release_partCannotBeLookedFor_goesOnAndNamesIt() {
        ServerRental rental = rentReachable();
        cloud.inject(Fault.on("GET", "/network/v2.0/floatingips").answer(503).always());

        KwsException failure = catchThrowableOfType(KwsException.class, () -> servers.release("web-1"));

        assertThat(kinds(failure.receipt(), Outcome.LEFT)).containsExactly(ResourceKind.FLOATING_IP);
        assertThat(kinds(failure.receipt(), Outcome.DELETED))
                .containsExactlyInAnyOrder(
                        ResourceKind.SERVER, ResourceKind.PORT, ResourceKind.SECURITY_GROUP, ResourceKind.KEYPAIR);
        assertThat(failure)
                .hasMessageContaining(
                        "left behind: floating IP kws-" + rental.rental().id());
        cloud.clearFaults();
        assertThat(kinds(servers.release(rental.rental().id().value()), Outcome.DELETED))
                .containsExactly(ResourceKind.FLOATING_IP);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void release_serverNamedLikeARental_isFoundByItsName() {
        servers.rent(spec("abcdefghijkl").build());

        assertThat(servers.release("abcdefghijkl").entries()).hasSize(3);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void release_deleteIsRefused_saysSoAndARepeatedOneSucceeds() {
        ServerRental rental = rentReachable();
        cloud.inject(Fault.on("DELETE", "/compute/v2.1/servers/.*").answer(409));

        KwsException failure = catchThrowableOfType(KwsException.class, () -> servers.release("web-1"));

        assertThat(kinds(failure.receipt(), Outcome.LEFT)).contains(ResourceKind.SERVER);
        servers.release(rental.rental().id().value());
        assertThat(cloud.leftovers()).isEmpty();
    }
}
