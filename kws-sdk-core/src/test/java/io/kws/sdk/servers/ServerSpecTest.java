package io.kws.sdk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSpecTest {
    private static ServerSpec.Options web() {
        return ServerSpec.builder().name("web-1").image("ubuntu-22.04").flavor("m1.small");
    }

    private static void assertRefused(ServerSpec.Options options, String message) {
        assertThatThrownBy(options::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(message);
    }

    @Test
    void build_requiredOnly_hasTheDefaults() {
        ServerSpec spec = web().build();

        assertThat(spec.login()).isEqualTo(Login.newKeypair());
        assertThat(spec.floatingIp()).isEqualTo(FloatingIp.AS_NEEDED);
        assertThat(spec.readyWhen()).isEqualTo(Readiness.active());
        assertThat(spec.readyWithin()).isEqualTo(Duration.ofMinutes(5));
        assertThat(spec.bootVolumeGib()).isEmpty();
        assertThat(spec.reachableOn()).isEmpty();
        assertThat(spec.term()).isEmpty();
        assertThat(spec.owner()).isEmpty();
    }

    @Test
    void build_portToAnswerThatNothingOpens_isRefused() {
        assertRefused(
                web().reachableOn(Port.HTTP).readyWhen(Readiness.ssh()),
                "readyWhen waits for port 22, which nothing opens; add it to reachableOn, or name a security group that opens it");
        assertRefused(
                web().reachableOn(Port.udp(80)).readyWhen(Readiness.tcp(80)),
                "readyWhen waits for port 80, which nothing opens; add it to reachableOn, or name a security group that opens it");
        assertThat(web().securityGroups(List.of("mine"))
                        .readyWhen(Readiness.ssh())
                        .build()
                        .readyWhen())
                .isEqualTo(Readiness.ssh());
    }

    @Test
    void build_readinessBeyondActive_allowsMoreTime() {
        assertThat(web().reachableOn(Port.SSH)
                        .readyWhen(Readiness.ssh())
                        .build()
                        .readyWithin())
                .isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void build_twice_hasTwoRentalIds() {
        assertThat(web().build().rentalId()).isNotEqualTo(web().build().rentalId());
    }

    @Test
    void build_sameValues_areEqual() {
        RentalId id = RentalId.random();

        assertThat(web().rentalId(id).reachableOn(Port.SSH).build())
                .isEqualTo(web().rentalId(id).reachableOn(Port.SSH).build())
                .hasSameHashCodeAs(web().rentalId(id).reachableOn(Port.SSH).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b-9", "web-1"})
    void name_withinLimits_isTaken(String name) {
        assertThat(ServerSpec.builder()
                        .name(name)
                        .image("i")
                        .flavor("f")
                        .build()
                        .name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "a-", ".a", "a_b", "ä", "a b", "a\n"})
    void name_outOfLimits_isRefused(String name) {
        assertRefused(
                ServerSpec.builder().name(name).image("i").flavor("f"),
                "server name must be 1 to 63 letters, digits, hyphens and dots, starting and ending with a letter or digit,"
                        + " was \"" + name + "\"");
    }

    @Test
    void name_of63_isTheLongest() {
        assertThat(ServerSpec.builder()
                        .name("a".repeat(63))
                        .image("i")
                        .flavor("f")
                        .build())
                .isNotNull();
        assertThatThrownBy(() -> ServerSpec.builder()
                        .name("a".repeat(64))
                        .image("i")
                        .flavor("f")
                        .build())
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void image_blank_isRefused() {
        assertRefused(ServerSpec.builder().name("a").image(" ").flavor("f"), "image must not be blank, was \" \"");
    }

    @Test
    void flavor_blank_isRefused() {
        assertRefused(ServerSpec.builder().name("a").image("i").flavor(""), "flavor must not be blank, was \"\"");
    }

    @Test
    void bootVolume_negative_isRefused() {
        assertRefused(web().bootVolumeGib(-1), "boot volume size must be at least 1 GiB, was -1");
    }

    @Test
    void readyWithin_notPositive_isRefused() {
        assertRefused(web().readyWithin(Duration.ZERO), "time limit (readyWithin) must be positive, was 0 s");
    }

    @Test
    void term_notPositive_isRefused() {
        assertRefused(web().term(Duration.ofDays(-1)), "term must be positive and at most 100 years, was -1 day");
    }

    @Test
    void owner_tooLong_isRefused() {
        assertThat(web().owner("a".repeat(255)).build()).isNotNull();
        assertRefused(
                web().owner("a".repeat(256)),
                "owner must have 1 to 255 characters, was \"" + "a".repeat(100) + "…\" (256 characters)");
    }

    @Test
    void metadata_keyOfTheSdk_isRefused() {
        assertRefused(
                web().metadata(Map.of("kws.owner", "bob")),
                "key \"kws.owner\" is reserved: keys beginning with \"kws.\" belong to the SDK");
    }

    @Test
    void metadata_keyWithOtherCharacters_isRefused() {
        assertRefused(
                web().metadata(Map.of("a/b", "c")),
                "metadata key must be 1 to 255 letters, digits, spaces and _ : . -, was \"a/b\"");
    }

    @Test
    void metadata_valueTooLong_isRefused() {
        assertRefused(
                web().metadata(Map.of("a", "b".repeat(256))),
                "value of metadata key \"a\" must have at most 255 characters, has 256");
    }

    @Test
    void login_emptyPassword_isRefused() {
        assertRefused(web().login(Login.password(Secret.of(""))), "password must not be empty");
    }

    @Test
    void login_keypairWithoutName_isRefused() {
        assertRefused(web().login(Login.keypair(" ")), "keypair name must not be blank, was \" \"");
    }

    @Test
    void toString_showsNoPassword() {
        ServerSpec spec = web().login(Login.password(Secret.of("hunter22"))).build();

        assertThat(spec.toString()).contains("web-1").doesNotContain("hunter22");
        assertThat(spec.login().toString()).doesNotContain("hunter22");
    }

    @Test
    void toString_showsNoCloudInit() {
        ServerSpec spec = web().cloudInit(CloudInit.of("#cloud-config\npassword: hunter22\n"))
                .build();

        assertThat(spec.toString()).contains("web-1").doesNotContain("hunter22");
    }

    @Test
    void build_refused_messageShowsNoPassword() {
        assertThatThrownBy(() -> web().login(Login.password(Secret.of("hunter22")))
                        .bootVolumeGib(-1)
                        .build())
                .hasMessageNotContaining("hunter22");
    }
}
