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
        assertThat(spec.bootVolumeGib()).isZero();
        assertThat(spec.reachableOn()).isEmpty();
        assertThat(spec.term()).isEmpty();
        assertThat(spec.owner()).isEmpty();
    }

    @Test
    void build_portToAnswerThatNothingOpens_isRefused() {
        assertRefused(
                web().reachableOn(Port.HTTP).readyWhen(Readiness.ssh()),
                "port 22 is to answer, but nothing opens it; add it to reachableOn, or name a security group that does");
        assertRefused(
                web().reachableOn(Port.udp(80)).readyWhen(Readiness.tcp(80)),
                "port 80 is to answer, but nothing opens it; add it to reachableOn, or name a security group that does");
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
                "the name \"" + name + "\" is not allowed: 1 to 63 letters, digits, hyphens and dots,"
                        + " a letter or digit first and last");
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
        assertRefused(ServerSpec.builder().name("a").image(" ").flavor("f"), "the image is empty");
    }

    @Test
    void flavor_blank_isRefused() {
        assertRefused(ServerSpec.builder().name("a").image("i").flavor(""), "the flavor is empty");
    }

    @Test
    void bootVolume_negative_isRefused() {
        assertRefused(web().bootVolumeGib(-1), "a boot volume of -1 GiB cannot be");
    }

    @Test
    void readyWithin_notPositive_isRefused() {
        assertRefused(web().readyWithin(Duration.ZERO), "the time allowed, 0 s, is not positive");
    }

    @Test
    void term_notPositive_isRefused() {
        assertRefused(web().term(Duration.ofDays(-1)), "the term -1 day is not positive");
    }

    @Test
    void owner_tooLong_isRefused() {
        assertThat(web().owner("a".repeat(255)).build()).isNotNull();
        assertRefused(web().owner("a".repeat(256)), "the owner is longer than 255 characters");
    }

    @Test
    void metadata_keyOfTheSdk_isRefused() {
        assertRefused(web().metadata(Map.of("kws.owner", "bob")), "the key \"kws.owner\" is the SDK's own");
    }

    @Test
    void metadata_keyWithOtherCharacters_isRefused() {
        assertRefused(
                web().metadata(Map.of("a/b", "c")),
                "the metadata key \"a/b\" is not allowed: 1 to 255 letters, digits, spaces and _ : . -");
    }

    @Test
    void metadata_valueTooLong_isRefused() {
        assertRefused(
                web().metadata(Map.of("a", "b".repeat(256))),
                "the value of metadata key \"a\" is longer than 255 characters");
    }

    @Test
    void login_emptyPassword_isRefused() {
        assertRefused(web().login(Login.password(Secret.of(""))), "the password is empty");
    }

    @Test
    void login_keypairWithoutName_isRefused() {
        assertRefused(web().login(Login.keypair(" ")), "the keypair's name is empty");
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
