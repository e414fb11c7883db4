package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.driver.steps.Reports;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Call;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.ServerStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real cloud cannot be made to do, or not in time. */
class RentServerTest extends OnSandbox {
    private static final Login PASSWORD = Login.password(Secret.of("pa55word"));

    @Test
    void rent_untilSsh_isReachableThroughTheFloatingIp() {
        cloud.guestTime(Duration.ofMillis(30));

        ServerRental rental = servers.rent(
                spec("web-1").readyWhen(Readiness.ssh()).reachableOn(Port.SSH).build());

        assertThat(rental.access().host()).startsWith("172.24.4.");
    }

    @Test
    void rent_untilTcpPort_waitsForIt() {
        cloud.openPort(8080, "hello");

        ServerRental rental = servers.rent(spec("web-1")
                .readyWhen(Readiness.tcp(8080))
                .reachableOn(Port.tcp(8080))
                .build());

        assertThat(rental.server().status()).isEqualTo(ServerStatus.ACTIVE);
    }

    @Test
    void rent_untilTcpPortThatStaysShut_timesOutAndLeavesNothing() {
        ServerSpec spec = spec("web-1")
                .readyWhen(Readiness.tcp(8080))
                .reachableOn(Port.tcp(8080))
                .readyWithin(Duration.ofMillis(400))
                .build();

        assertThatThrownBy(() -> servers.rent(spec)).isInstanceOf(WaitTimedOutException.class);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_untilCloudInit_readsItsEndFromTheConsole() {
        RentalId rental = RentalId.random();
        cloud.consoleLog("booting\n" + CloudInitResult.marker(rental) + "{\"v1\": {\"errors\": []}}\nlogin: ");

        ServerRental rented = servers.rent(
                spec("web-1").rentalId(rental).readyWhen(Readiness.cloudInit()).build());

        assertThat(rented.server().status()).isEqualTo(ServerStatus.ACTIVE);
    }

    @Test
    void rent_cloudInitFails_failsWithItsWordsAndLeavesNothing() {
        RentalId rental = RentalId.random();
        cloud.consoleLog(CloudInitResult.marker(rental) + "{\"v1\": {\"errors\": [\"no such package: ngnix\"]}}\n");
        ServerSpec spec =
                spec("web-1").rentalId(rental).readyWhen(Readiness.cloudInit()).build();

        assertThatThrownBy(() -> servers.rent(spec))
                .isInstanceOf(ProvisioningFailedException.class)
                .hasMessageContaining("no such package: ngnix");
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_cloudInitAgainstThePassword_isRefusedBeforeAnyCall() {
        ServerSpec spec = spec("web-1")
                .login(PASSWORD)
                .cloudInit(CloudInit.of("#cloud-config\nssh_pwauth: false\n"))
                .build();

        KwsException failure = catchThrowableOfType(InvalidRequestException.class, () -> servers.rent(spec));

        assertThat(failure)
                .hasMessageContaining("Could not rent server \"web-1\" on kws1")
                .hasMessageContaining("ssh_pwauth");
        assertThat(cloud.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "image", "compute"})
    void rent_serviceMissing_namesItAndLeavesNothing(String service) {
        cloud.removeService(service);

        assertThatThrownBy(() -> servers.rent(spec("web-1").build()))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageContaining(service);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_bootVolumeOverQuota_isTypedAndLeavesNothing() {
        cloud.quota(Quota.VOLUMES, 0);

        assertThatThrownBy(() -> servers.rent(spec("web-1").bootVolumeGib(3).build()))
                .isInstanceOf(KwsException.class);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_oneRentalUnderAnotherName_isAConflict() {
        RentalId rental = RentalId.random();
        servers.rent(spec("web-1").login(PASSWORD).rentalId(rental).build());

        assertThatThrownBy(() -> servers.rent(
                        spec("web-2").login(PASSWORD).rentalId(rental).build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(rental.value());
        assertThat(servers.list()).hasSize(1);
    }

    @Test
    void rent_keypairAnswerLostAndAnothersIsThere_takesNotTheOthers() {
        RentalId rental = RentalId.random();
        kws.node("kws1").keypairs().create("kws-" + rental);
        cloud.inject(Fault.on("POST", "/compute/v2.1/os-keypairs").resetBefore());

        assertThatThrownBy(() -> servers.rent(spec("web-1").rentalId(rental).build()))
                .isInstanceOf(ConflictException.class);
        assertThat(cloud.leftovers()).extracting(Leftover::kind).containsExactly("keypair");
    }

    @Test
    void rent_cancelledAndItsVolumeCannotGo_saysThatTheVolumeIsLeftAndNotTheServer() {
        Operation<ServerRental> operation = servers.rentAsync(spec("web-1")
                .reachableOn(Port.tcp(81))
                .bootVolumeGib(3)
                .readyWhen(Readiness.tcp(81))
                .build());
        Reports.awaitStep(operation, "wait until ready");
        String volume = servers.get("web-1").volumeIds().get(0);
        servers.snapshot("web-1", "keeper"); // a volume with a snapshot stays

        operation.cancel();

        assertThatThrownBy(operation::await)
                .isInstanceOfSatisfying(
                        CancelledException.class,
                        error -> assertThat(error.receipt().entries(Outcome.LEFT))
                                .singleElement()
                                .satisfies(left -> {
                                    assertThat(left.kind()).isEqualTo(ResourceKind.VOLUME);
                                    assertThat(left.id()).isEqualTo(volume);
                                    assertThat(left.reason()).contains("the volume has the snapshots");
                                }));
        assertThat(servers.find("web-1")).isEmpty();
    }

    @Test
    void rentAndRelease_fieldsThatNobodyKnows_areLeftAlone() {
        cloud.addUnknownFields();
        ServerRental rental = servers.rent(spec("web-1")
                .reachableOn(Port.SSH)
                .bootVolumeGib(3)
                .owner("alice")
                .readyWhen(Readiness.ssh())
                .build());

        assertThat(servers.get("web-1").rental()).contains(rental.rental());
        assertThat(servers.get("web-1").volumeIds()).hasSize(1);
        assertThat(servers.stop("web-1").status()).isEqualTo(ServerStatus.SHUTOFF);
        assertThat(servers.start("web-1").status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(servers.resize("web-1", "m1.tiny").status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(servers.consoleUrl("web-1")).hasScheme("http");
        assertThat(servers.release("web-1").isClean()).isTrue();
        assertThat(cloud.leftovers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 13, 21})
    void rentAndRelease_tokenExpiresInTheMiddle_goOnWithANewOne(int calls) {
        cloud.expireTokensAfter(calls);

        ServerRental rental = servers.rent(spec("web-1").reachableOn(Port.SSH).build());

        assertThat(rental.receipt().isClean()).isTrue();
        assertThat(servers.release("web-1").entries()).hasSize(5);
        assertThat(cloud.leftovers()).isEmpty();
    }

    @Test
    void rent_plain_makesFewCalls() {
        servers.get(servers.rent(spec("warm-up").build()).server().id());
        cloud.clearCalls();

        servers.rent(spec("web-1").reachableOn(Port.SSH).build());

        List<Call> but = cloud.calls().stream()
                .filter(call -> !call.path().matches(".*/servers/[0-9a-f-]{36}"))
                .toList();
        assertThat(but).as(() -> but.toString()).hasSizeLessThanOrEqualTo(11);
    }
}
