package io.kws.sdk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.values.AddressValue;
import io.kws.sdk.driver.values.ServerValue;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.keypairs.PrivateKey;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerValuesTest {
    private static ServerValue.Builder server() {
        return ServerValue.builder()
                .node("kws1")
                .id("s1")
                .name("web-1")
                .status(ServerStatus.ACTIVE)
                .created(Instant.EPOCH);
    }

    @Test
    void port_single_isARangeOfOne() {
        assertThat(Port.tcp(8080)).isEqualTo(new Port(Port.Protocol.TCP, 8080, 8080));
        assertThat(Port.udp(53)).isEqualTo(new Port(Port.Protocol.UDP, 53, 53));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-1,5", "1,65536", "9,8"})
    void port_outOfLimits_isRefused(int from, int to) {
        assertThatThrownBy(() -> new Port(Port.Protocol.TCP, from, to))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("ports %d to %d: a port is 1 to 65535, and the first not above the last", from, to);
    }

    @Test
    void port_limits_areTaken() {
        assertThat(new Port(Port.Protocol.TCP, 1, 65535).to()).isEqualTo(65535);
    }

    @Test
    void readiness_tcpOfNoPort_isRefused() {
        assertThatThrownBy(() -> Readiness.tcp(0)).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @EnumSource
    void status_itsWord_isItself(ServerStatus status) {
        assertThat(ServerStatus.of(status.name())).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "active", "EXPLODED"})
    void status_unknownWord_isUnknown(String word) {
        assertThat(ServerStatus.of(word)).isEqualTo(ServerStatus.UNKNOWN);
    }

    @Test
    void sshCommand_user_isNamed() {
        assertThat(new Access("172.24.4.17", Optional.of("debian"), Optional.empty()).sshCommand())
                .isEqualTo("ssh debian@172.24.4.17");
    }

    @Test
    void sshCommand_noUser_isLeftOut() {
        assertThat(new Access("172.24.4.17", Optional.empty(), Optional.empty()).sshCommand())
                .isEqualTo("ssh 172.24.4.17");
    }

    @Test
    void sshCommand_keyFileWithSpaces_isQuoted() {
        assertThat(new Access("172.24.4.17", Optional.of("debian"), Optional.empty())
                        .sshCommand(Path.of("a b's/web.key")))
                .isEqualTo("ssh -i 'a b'\\''s/web.key' debian@172.24.4.17");
    }

    @Test
    void sshCommand_keyFile_isNamed() {
        assertThat(new Access("172.24.4.17", Optional.of("debian"), Optional.empty()).sshCommand(Path.of("web-1.key")))
                .isEqualTo("ssh -i web-1.key debian@172.24.4.17");
    }

    @Test
    void access_toString_showsNoKey() {
        Access access = new Access("h", Optional.of("u"), Optional.of(new PrivateKey(Secret.of("hunter22"))));

        assertThat(access.toString()).doesNotContain("hunter22");
    }

    @Test
    void host_floatingIp_isPreferred() {
        Server server = server().addresses(List.of(
                        AddressValue.builder()
                                .ip("10.0.0.5")
                                .kind(Address.Kind.FIXED)
                                .network("lan")
                                .build(),
                        AddressValue.builder()
                                .ip("172.24.4.17")
                                .kind(Address.Kind.FLOATING)
                                .network("lan")
                                .build()))
                .build();

        assertThat(server.host()).contains("172.24.4.17");
    }

    @Test
    void host_fixedOnly_isTheFirst() {
        Server server = server().addresses(List.of(
                        AddressValue.builder()
                                .ip("10.0.0.5")
                                .kind(Address.Kind.FIXED)
                                .network("lan")
                                .build(),
                        AddressValue.builder()
                                .ip("10.1.0.5")
                                .kind(Address.Kind.FIXED)
                                .network("dmz")
                                .build()))
                .build();

        assertThat(server.host()).contains("10.0.0.5");
    }

    @Test
    void host_noAddress_isEmpty() {
        assertThat(server().build().host()).isEmpty();
    }

    @Test
    void rental_tagsInMetadata_isRead() {
        Rental rental = new Rental(RentalId.random(), "alice", Instant.EPOCH, Optional.empty());

        assertThat(server().metadata(RentalTags.of(rental)).build().rental()).contains(rental);
    }

    @Test
    void rental_noTags_isEmpty() {
        assertThat(server().metadata(Map.of("a", "b")).build().rental()).isEmpty();
    }

    @Test
    void query_namedOrOwned_restrictsOnlyThat() {
        assertThat(ServerQuery.named("web-1")).isEqualTo(new ServerQuery("web-1", ""));
        assertThat(ServerQuery.ownedBy("alice")).isEqualTo(new ServerQuery("", "alice"));
        assertThat(ServerQuery.all()).isEqualTo(new ServerQuery("", ""));
    }
}
