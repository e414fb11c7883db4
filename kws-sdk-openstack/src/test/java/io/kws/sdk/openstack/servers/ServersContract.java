package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import io.kws.sdk.Node;
import io.kws.sdk.driver.steps.Reports;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.images.Image;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.Address;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.FloatingIp;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.Reboot;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerQuery;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.ServerStatus;
import io.kws.sdk.volumes.VolumeSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openstack4j.api.OSClient.OSClientV3;

/** What servers must do on any node with the images, flavors and networks of the testbed. */
abstract class ServersContract {
    private final String suffix = RentalId.random().value();
    private final List<ServerRental> rented = new ArrayList<>();

    /** Returns the node under test, whose fixtures are those of the testbed. */
    abstract Node node();

    /** Limits how many servers the project may have. */
    abstract void limitServers(int limit);

    /** Makes builds last long enough to be interrupted, where they do not anyway. */
    void buildSlowly() {}

    /** Ends a test, after all has been released. */
    void end() {}

    @AfterEach
    void releaseAll() {
        rented.forEach(rental -> node().servers().release(rental.server().id()));
        end();
    }

    private ServerSpec.Options spec(String name) {
        return ServerSpec.builder()
                .name(name + "-" + suffix)
                .image("ubuntu-22.04")
                .flavor("m1.nano");
    }

    private ServerRental rent(ServerSpec.Options spec) {
        ServerRental rental = node().servers().rent(spec.build());
        rented.add(rental);
        return rental;
    }

    private static List<ResourceKind> kinds(Receipt receipt, Outcome outcome) {
        return receipt.entries(outcome).stream().map(ReceiptEntry::kind).toList();
    }

    @Test
    void rent_nameImageAndFlavor_givesAnActiveServerAndItsKey() {
        ServerRental rental = rent(spec("plain"));

        assertThat(rental.server().status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(rental.access().user()).contains("ubuntu");
        assertThat(rental.access().privateKey()).isPresent();
        assertThat(rental.server().addresses()).extracting(Address::kind).containsExactly(Address.Kind.FIXED);
        assertThat(kinds(rental.receipt(), Outcome.CREATED))
                .containsExactlyInAnyOrder(ResourceKind.KEYPAIR, ResourceKind.PORT, ResourceKind.SERVER);
    }

    @Test
    void plan_fits_saysWhatWouldBeDoneAndMakesNothing() {
        ServerSpec spec =
                spec("planned").reachableOn(Port.SSH).bootVolumeGib(10).build();

        Plan plan = node().servers().plan(spec);

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.isFeasible()).isTrue();
        assertThat(plan.attempt()).isEqualTo("rent server \"" + spec.name() + "\"");
        assertThat(plan.found())
                .contains("image ubuntu-22.04", "flavor m1.nano")
                .hasSize(4);
        assertThat(plan.needs())
                .extracting(need -> need.limit().kind())
                .contains(LimitKind.SERVERS, LimitKind.CORES, LimitKind.FLOATING_IPS, LimitKind.VOLUME_GIB);
        assertThat(plan.steps())
                .contains("create server", "create floating IP")
                .last()
                .isEqualTo("wait for ACTIVE");
        assertThat(node().servers().find(spec.name())).isEmpty();
    }

    @Test
    void plan_doesNotFit_namesEveryProblem() {
        ServerSpec spec = ServerSpec.builder()
                .name("planned-" + suffix)
                .image("ubuntu-22.05")
                .flavor("m1.nan")
                .network("privat")
                .login(Login.keypair("no-such-key-" + suffix))
                .bootVolumeGib(10_000)
                .build();

        Plan plan = node().servers().plan(spec);

        assertThat(plan.isFeasible()).isFalse();
        assertThat(plan.problems())
                .hasExactlyElementsOfTypes(
                        NotFoundException.class,
                        NotFoundException.class,
                        NotFoundException.class,
                        NotFoundException.class,
                        QuotaExceededException.class);
        assertThat(plan.toString())
                .contains("cannot be done", "did you mean \"ubuntu-22.04\"?", "GiB of volumes: ", "10000 needed");
    }

    @Test
    void plan_nameIsTaken_isSaid() {
        ServerRental there = rent(spec("there"));
        ServerSpec spec = ServerSpec.builder()
                .name(there.server().name())
                .image("ubuntu-22.04")
                .flavor("m1.nano")
                .build();

        assertThat(node().servers().plan(spec).problems())
                .singleElement(THROWABLE)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("is already rented as rental");
    }

    @Test
    void rent_reachableWithTermAndOwner_tagsAllAndReleaseTakesAllAway() {
        ServerRental rental = rent(spec("web")
                .reachableOn(Port.SSH, Port.HTTP, Port.udp(5000))
                .cloudInit(CloudInit.of("#!/bin/sh\necho hello\n"))
                .owner("alice")
                .term(Duration.ofDays(2)));
        Server read = node().servers().get(rental.server().id());

        assertThat(read.rental()).contains(rental.rental());
        assertThat(rental.rental().end()).contains(rental.rental().start().plus(Duration.ofDays(2)));
        assertThat(rental.access().host()).startsWith("172.24.4.");
        assertThat(Traces.of(node(), rental.rental().id())).hasSize(5);

        Receipt receipt = node().servers().release(rental.server().name());

        assertThat(kinds(receipt, Outcome.DELETED))
                .containsExactlyInAnyOrder(
                        ResourceKind.SERVER,
                        ResourceKind.FLOATING_IP,
                        ResourceKind.PORT,
                        ResourceKind.SECURITY_GROUP,
                        ResourceKind.KEYPAIR);
        assertThat(Traces.of(node(), rental.rental().id())).isEmpty();
        assertThat(node().servers().find(rental.server().id())).isEmpty();
    }

    @Test
    void release_twice_isFine() {
        ServerRental rental = rent(spec("twice").login(Login.password(Secret.of("pa55word"))));

        assertThat(node().servers().release(rental.server().id()).entries()).hasSize(2);
        assertThat(node().servers().release(rental.server().id()).entries()).isEmpty();
        assertThat(node().servers().release(rental.server().name()).entries()).isEmpty();
    }

    @Test
    void release_serverDeletedByAnother_takesTheRestByRentalId() {
        ServerRental rental = rent(spec("gone").floatingIp(FloatingIp.ALWAYS));
        node().unwrap(
                        OSClientV3.class,
                        openstack -> openstack
                                .compute()
                                .servers()
                                .delete(rental.server().id()));

        Receipt receipt = node().servers().release(rental.rental().id().value());

        assertThat(receipt.isClean()).isTrue();
        assertThat(kinds(receipt, Outcome.DELETED))
                .contains(ResourceKind.FLOATING_IP, ResourceKind.PORT, ResourceKind.KEYPAIR);
    }

    @Test
    void rent_ownKeypair_isReusedAndStays() {
        String name = "own-" + suffix;
        node().keypairs().create(name);
        try {
            ServerRental rental = rent(spec("own").login(Login.keypair(name)));
            node().servers().release(rental.server().id());

            assertThat(rental.server().keypair()).contains(name);
            assertThat(kinds(rental.receipt(), Outcome.REUSED)).containsExactly(ResourceKind.KEYPAIR);
            assertThat(node().keypairs().find(name)).isPresent();
        } finally {
            node().keypairs().delete(name);
        }
    }

    @Test
    void rent_bootVolume_bootsFromOneOfThatSize() {
        ServerRental rental = rent(spec("volume").bootVolumeGib(3));

        assertThat(rental.server().imageId()).isEmpty();
        assertThat(rental.server().volumeIds()).hasSize(1);
    }

    @Test
    void release_bootVolumeHasASnapshot_saysThatItIsLeft() {
        ServerRental rental = rent(spec("kept").bootVolumeGib(3));
        String volume = rental.server().volumeIds().get(0);
        String image = "image-" + suffix;
        node().servers().snapshot(rental.server().id(), image);
        try {
            assertThatThrownBy(() -> node().servers().release(rental.server().id()))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining(
                            "the volume has the snapshots \"snapshot for " + image + "\"; delete them first")
                    .satisfies(e -> assertThat(((KwsException) e).receipt().entries(Outcome.LEFT))
                            .extracting(ReceiptEntry::id)
                            .containsExactly(volume));
            assertThat(node().servers().find(rental.server().id())).isEmpty();
        } finally {
            node().images().delete(image);
        }
        // The snapshot behind the image has gone, too.
        assertThat(node().volumes().listSnapshots())
                .extracting(VolumeSnapshot::volumeId)
                .doesNotContain(volume);
        node().volumes().delete(volume);
    }

    @Test
    void release_bootVolume_isOnTheReceipt() {
        ServerRental rental = rent(spec("gone").bootVolumeGib(3));
        String volume = rental.server().volumeIds().get(0);

        assertThat(node().servers().release(rental.server().id()).entries(Outcome.DELETED))
                .extracting(ReceiptEntry::id)
                .contains(volume);
        assertThat(node().volumes().find(volume)).isEmpty();
    }

    @Test
    void rent_unknownNames_failWithSuggestionsBeforeAnythingIsMade() {
        assertFailsBefore(
                ServerSpec.builder().name("x-" + suffix).image("ubuntu-22.04").flavor("m1.nan"),
                NotFoundException.class,
                "did you mean \"m1.nano\"?");
        assertFailsBefore(
                ServerSpec.builder().name("x-" + suffix).image("ubuntu-22.05").flavor("m1.nano"),
                NotFoundException.class,
                "did you mean \"ubuntu-22.04\"?");
        assertFailsBefore(spec("x").network("privat"), NotFoundException.class, "did you mean \"private\"?");
        assertFailsBefore(spec("x").login(Login.keypair("none-" + suffix)), NotFoundException.class, "keypair");
        assertFailsBefore(
                spec("x").securityGroups(List.of("ssh-icmq")), NotFoundException.class, "did you mean \"ssh-icmp\"?");
        assertFailsBefore(
                spec("x").floatingIp(FloatingIp.ALWAYS).externalNetwork("private"),
                InvalidRequestException.class,
                "not external");
    }

    private void assertFailsBefore(
            ServerSpec.Options options, Class<? extends KwsException> error, String messagePart) {
        ServerSpec spec = options.build();

        KwsException failure =
                catchThrowableOfType(KwsException.class, () -> node().servers().rent(spec));

        assertThat(failure).isInstanceOf(error).hasMessageContaining(messagePart);
        assertThat(failure.receipt().entries(Outcome.CREATED)).isEmpty();
        assertThat(failure.receipt().entries(Outcome.DELETED)).isEmpty();
        assertThat(failure.node()).isEqualTo(node().name());
    }

    @Test
    void rent_sameNameTwice_isAConflict() {
        ServerRental first = rent(spec("same"));

        assertThatThrownBy(() -> node().servers().rent(spec("same").build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(first.rental().id().value());
    }

    @Test
    void rent_noHost_saysSoAndLeavesNothing() {
        ServerSpec spec = ServerSpec.builder()
                .name("nohost-" + suffix)
                .image("ubuntu-22.04")
                .flavor("x1.nohost")
                .reachableOn(Port.SSH)
                .build();

        KwsException failure =
                catchThrowableOfType(KwsException.class, () -> node().servers().rent(spec));

        assertThat(failure).isInstanceOf(NoCapacityException.class).hasMessageContaining("No valid host was found");
        assertThat(kinds(failure.receipt(), Outcome.DELETED)).contains(ResourceKind.SERVER);
        assertThat(failure.receipt().isClean()).isTrue();
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
    }

    @Test
    void rent_overQuota_saysSoAndLeavesNothing() {
        rent(spec("within"));
        ServerSpec beyond = spec("beyond").reachableOn(Port.SSH).build();
        limitServers(node().servers().list().size());

        KwsException failure =
                catchThrowableOfType(KwsException.class, () -> node().servers().rent(beyond));

        limitServers(10);
        assertThat(failure).isInstanceOf(QuotaExceededException.class).hasMessageContaining("Quota exceeded");
        assertThat(failure.requestIds()).isNotEmpty();
        assertThat(kinds(failure.receipt(), Outcome.DELETED)).contains(ResourceKind.SECURITY_GROUP);
        assertThat(Traces.of(node(), beyond.rentalId())).isEmpty();
    }

    @Test
    void rent_tooLittleTime_timesOutAndLeavesNothing() {
        buildSlowly();
        ServerSpec spec = spec("slow")
                .readyWithin(Duration.ofMillis(200))
                .reachableOn(Port.SSH)
                .build();

        KwsException failure =
                catchThrowableOfType(KwsException.class, () -> node().servers().rent(spec));

        assertThat(failure).isInstanceOf(WaitTimedOutException.class);
        assertThat(failure.receipt().isClean()).isTrue();
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
    }

    @Test
    void rentAsync_cancelledWhileWaiting_takesAllAwayAgain() {
        buildSlowly();
        ServerSpec spec = spec("cancel").reachableOn(Port.SSH).build();
        Operation<ServerRental> operation = node().servers().rentAsync(spec);
        Reports.awaitStep(operation, "wait for ACTIVE");

        operation.cancel();

        KwsException failure = catchThrowableOfType(KwsException.class, operation::await);
        assertThat(failure).isInstanceOf(CancelledException.class);
        assertThat(kinds(failure.receipt(), Outcome.DELETED)).contains(ResourceKind.SERVER);
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
    }

    @Test
    void stopStartRebootReset_endInTheStateTheyName() {
        String id = rent(spec("states")).server().id();

        assertThat(node().servers().stop(id).status()).isEqualTo(ServerStatus.SHUTOFF);
        assertThat(node().servers().stop(id).status()).isEqualTo(ServerStatus.SHUTOFF);
        assertThat(node().servers().start(id).status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(node().servers().reboot(id, Reboot.HARD).status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(node().servers().reset(id).status()).isEqualTo(ServerStatus.ACTIVE);
        Server other = node().servers().reset(id, "debian-12");
        assertThat(other.imageId()).contains(node().images().get("debian-12").id());
    }

    @Test
    void resize_toAnotherFlavor_confirms() {
        String id = rent(spec("resize")).server().id();

        Server resized = node().servers().resize(id, "m1.tiny");

        assertThat(resized.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(resized.flavor()).contains(node().flavors().get("m1.tiny").id());
        assertThatThrownBy(() -> node().servers().resize(id, "m1.tiny"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("already");
    }

    @Test
    void snapshot_ofAServer_isAnActiveImage() {
        String id = rent(spec("snapshot")).server().id();

        Image image = node().servers().snapshot(id, "snapshot-" + suffix);

        try {
            assertThat(image.status()).isEqualTo("active");
            assertThat(node().images().get("snapshot-" + suffix)).isEqualTo(image);
        } finally {
            node().unwrap(OSClientV3.class, openstack -> openstack.imagesV2().delete(image.id()));
        }
    }

    @Test
    void console_hasAnAddressAndALog() {
        String id = rent(spec("console")).server().id();

        assertThat(node().servers().consoleUrl(id)).hasScheme("http");
        assertThat(node().servers().consoleLog(id, 2).lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void list_byOwnerAndName_givesOnlyThose() {
        ServerRental alice = rent(spec("alice").owner("alice-" + suffix));
        rent(spec("bob").owner("bob-" + suffix));

        assertThat(node().servers().list(ServerQuery.ownedBy("alice-" + suffix)))
                .extracting(Server::id)
                .containsExactly(alice.server().id());
        assertThat(node().servers().list(ServerQuery.named("alice-" + suffix))).hasSize(1);
        assertThat(node().servers().list()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void get_unknownServer_suggestsTheNearest() {
        rent(spec("nearest"));

        assertThatThrownBy(() -> node().servers().get("nearezt-" + suffix))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"nearest-" + suffix + "\"?");
        assertThat(node().servers().find("nearezt-" + suffix)).isEmpty();
    }
}
