package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Quota;
import io.kws.sdk.servers.Reboot;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.ServerStatus;
import io.kws.sdk.servers.Servers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.compute.Action;

class ServerActionsTest extends OnSandbox {
    private static final String ACTION = "/compute/v2.1/servers/[^/]+/action";
    private static final String SERVERS = "/compute/v2.1/servers/";

    private String id = "";

    @BeforeEach
    void rent() {
        id = servers.rent(spec("web-1").build()).server().id();
    }

    private void act(Action action, ServerStatus awaited) {
        kws.node("kws1")
                .unwrap(
                        OSClientV3.class,
                        openstack -> openstack.compute().servers().action(id, action));
        while (servers.get(id).status() != awaited) {
            Thread.onSpinWait();
        }
    }

    /** A change of state, by a name for the report. */
    record Change(String name, Function<Servers, Server> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        return Map.<String, Function<Servers, Server>>of(
                        "stop", all -> all.stop("web-1"),
                        "reboot", all -> all.reboot("web-1", Reboot.SOFT),
                        "reboot hard", all -> all.reboot("web-1", Reboot.HARD),
                        "reset", all -> all.reset("web-1"),
                        "resize", all -> all.resize("web-1", "m1.tiny"))
                .entrySet()
                .stream()
                .map(entry -> new Change(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_whileAnotherIsUnderWay_isAConflict(Change change) {
        cloud.settleTime(Duration.ofMinutes(1));
        kws.node("kws1")
                .unwrap(
                        OSClientV3.class,
                        openstack -> openstack.compute().servers().action(id, Action.PAUSE));

        assertThatThrownBy(() -> change.change().apply(servers))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("task_state pausing");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_answerLost_succeedsAndIsDone(Change change) {
        cloud.inject(Fault.on("POST", ACTION).resetAfter());

        assertThat(change.change().apply(servers).task()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_answerLostAndDoneSlowly_isNotAConflictWithItself(Change change) {
        cloud.settleTime(Duration.ofMillis(30));
        cloud.bootTime(Duration.ofMillis(30));
        cloud.inject(Fault.on("POST", ACTION).resetAfter());

        assertThat(change.change().apply(servers).task()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_neverReachedNova_isSentAgain(Change change) {
        cloud.inject(Fault.on("POST", ACTION).resetBefore());

        assertThat(change.change().apply(servers).task()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_novaStaysAway_failsTyped(Change change) {
        cloud.inject(Fault.on("POST", ACTION).answer(503).always());

        assertThatThrownBy(() -> change.change().apply(servers)).isInstanceOf(KwsException.class);
        assertThat(count("POST", SERVERS)).isLessThanOrEqualTo(5);
    }

    @Test
    void start_paused_isAConflict() {
        act(Action.PAUSE, ServerStatus.PAUSED);

        assertThatThrownBy(() -> servers.start(id)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> servers.stop(id)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> servers.resize(id, "m1.tiny")).isInstanceOf(ConflictException.class);
    }

    @Test
    void reboot_softOfAStoppedServer_isAConflict() {
        servers.stop(id);

        assertThatThrownBy(() -> servers.reboot(id, Reboot.SOFT)).isInstanceOf(ConflictException.class);
        assertThat(servers.reboot(id, Reboot.HARD).status()).isEqualTo(ServerStatus.ACTIVE);
    }

    @Test
    void reset_stopped_endsStopped() {
        servers.stop(id);

        assertThat(servers.reset(id).status()).isEqualTo(ServerStatus.SHUTOFF);
    }

    @Test
    void reset_bootedFromVolume_asksForTheImage() {
        servers.rent(spec("volume-1").bootVolumeGib(3).build());

        assertThatThrownBy(() -> servers.reset("volume-1"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("name the image");
    }

    @Test
    void resetRebootAndStop_inError_bringItBack() {
        cloud.settleTime(Duration.ofMillis(20));
        cloud.bootTime(Duration.ofMillis(20));

        AdminActions.resetState(sandbox, "kws1", id);
        assertThat(servers.reset(id).status()).isEqualTo(ServerStatus.ACTIVE);
        AdminActions.resetState(sandbox, "kws1", id);
        assertThat(servers.reboot(id, Reboot.HARD).status()).isEqualTo(ServerStatus.ACTIVE);
        AdminActions.resetState(sandbox, "kws1", id);
        assertThat(servers.stop(id).status()).isEqualTo(ServerStatus.SHUTOFF);
    }

    @Test
    void start_inError_isAConflict() {
        AdminActions.resetState(sandbox, "kws1", id);

        assertThatThrownBy(() -> servers.start(id)).isInstanceOf(ConflictException.class);
    }

    @Test
    void resize_givenUpByTheService_saysThatNoHostHasRoom() {
        assertThatThrownBy(() -> servers.resize(id, "x1.nohost"))
                .isInstanceOf(NoCapacityException.class)
                .hasMessageContaining("then abandoned it");
        assertThat(servers.get(id).status()).isEqualTo(ServerStatus.ACTIVE);
    }

    @Test
    void resize_toASmallerDisk_isRefusedBeforeNovaIsAsked() {
        servers.resize(id, "m1.tiny");
        cloud.clearCalls();

        assertThatThrownBy(() -> servers.resize(id, "m1.nano"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("disk of flavor \"m1.nano\" must be at least 3 GiB, the server's size, was 2");
        assertThat(count("POST", SERVERS)).isZero();
    }

    @Test
    void resize_toASmallerDiskButOnAVolume_isFine() {
        servers.rent(ServerSpec.builder()
                .name("volume-1")
                .image("debian-12")
                .flavor("m1.small")
                .bootVolumeGib(3)
                .build());

        assertThat(servers.resize("volume-1", "m1.tiny").status()).isEqualTo(ServerStatus.ACTIVE);
    }

    @Test
    void resize_overQuota_saysSo() {
        cloud.quota(Quota.RAM, 256);

        assertThatThrownBy(() -> servers.resize(id, "m1.small")).isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void resize_stopped_staysStopped() {
        servers.stop(id);

        assertThat(servers.resize(id, "m1.tiny").status()).isEqualTo(ServerStatus.SHUTOFF);
    }

    @Test
    void snapshot_imageVanishes_isAFailureAndLeavesNothing() {
        cloud.bootTime(Duration.ofMinutes(1));
        cloud.inject(Fault.on("GET", "/image/v2/images/[0-9a-f-]{36}")
                .skip(1)
                .answer(404)
                .always());

        assertThatThrownBy(() -> servers.snapshot(id, "backup"))
                .isInstanceOf(ProvisioningFailedException.class)
                .hasMessageContaining("abandoned and deleted the image");
        assertThat(cloud.leftovers()).noneMatch(leftover -> leftover.kind().equals("image"));
    }

    @Test
    void snapshot_answerLost_makesOneImage() {
        cloud.inject(Fault.on("POST", ACTION).resetAfter());

        assertThat(servers.snapshot(id, "backup").status()).isEqualTo("active");
        assertThat(cloud.leftovers())
                .filteredOn(leftover -> leftover.kind().equals("image"))
                .hasSize(1);
    }

    @Test
    void consoleUrl_nodeWithoutConsoles_saysSo() {
        cloud.inject(Fault.on("POST", "/compute/v2.1/servers/[^/]+/remote-consoles")
                .answer(400)
                .always());

        assertThatThrownBy(() -> servers.consoleUrl(id))
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageContaining("no noVNC consoles");
    }

    @Test
    void consoleLog_server_isTheEndOfIt() {
        cloud.consoleLog("one\ntwo\nthree\n");

        assertThat(servers.consoleLog(id, 2)).isEqualTo("two\nthree");
    }
}
