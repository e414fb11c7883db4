package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.values.NetworkValue;
import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.networks.Network;
import io.kws.sdk.networks.Network.Reach;
import io.kws.sdk.servers.FloatingIp;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.ServerSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkChoiceTest {
    private static final String MINE = "p1";
    private static final Network PRIVATE = network("n1", "private", MINE, Reach.PRIVATE);
    private static final Network SECOND = network("n2", "second", MINE, Reach.PRIVATE);
    private static final Network SHARED = network("n3", "shared", "p9", Reach.SHARED);
    private static final Network OTHERS = network("n4", "others", "p2", Reach.PRIVATE);
    private static final Network PUBLIC = network("n5", "public", "p9", Reach.EXTERNAL);
    private static final Network PUBLIC2 = network("n6", "public2", "p9", Reach.EXTERNAL);

    private static Network network(String id, String name, String projectId, Reach reach) {
        return NetworkValue.builder()
                .id(id)
                .name(name)
                .projectId(projectId)
                .status("ACTIVE")
                .reach(reach)
                .build();
    }

    private static ServerSpec.Options spec() {
        return ServerSpec.builder().name("web-1").image("debian-12").flavor("m1.nano");
    }

    private static NetworkChoice choose(ServerSpec.Options spec, Network... all) {
        return NetworkChoice.among(List.of(all), MINE, spec.build());
    }

    @Test
    void among_onlyOne_takesIt() {
        assertThat(choose(spec(), PUBLIC, PRIVATE)).isEqualTo(new NetworkChoice(PRIVATE, Optional.empty()));
        assertThat(choose(spec(), PUBLIC, SHARED).network()).isEqualTo(SHARED);
    }

    @Test
    void among_none_isNotFound() {
        assertThatThrownBy(() -> choose(spec(), PUBLIC))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("the node has no network that the project can use");
    }

    @Test
    void among_several_isAmbiguousAndNamesThem() {
        assertThatThrownBy(() -> choose(spec(), PRIVATE, SECOND, SHARED, PUBLIC))
                .isInstanceOfSatisfying(
                        AmbiguousException.class,
                        e -> assertThat(e.candidates()).containsExactly("n1", "n2", "n3"))
                .hasMessageContaining("the node has 3 networks (private, second, shared)");
    }

    @Test
    void among_named_takesThatByNameOrId() {
        assertThat(choose(spec().network("second"), PRIVATE, SECOND).network()).isEqualTo(SECOND);
        assertThat(choose(spec().network("n2"), PRIVATE, SECOND).network()).isEqualTo(SECOND);
    }

    @Test
    void among_unknownName_suggestsTheNearest() {
        assertThatThrownBy(() -> choose(spec().network("privat"), PRIVATE, SECOND))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"private\"?");
    }

    @Test
    void among_othersSeenByAnAdministrator_areTakenOnlyIfNamed() {
        assertThat(choose(spec(), PRIVATE, OTHERS).network()).isEqualTo(PRIVATE);
        assertThat(choose(spec().network("others"), PRIVATE, OTHERS).network()).isEqualTo(OTHERS);
        assertThatThrownBy(() -> choose(spec(), OTHERS)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void among_floatingIp_comesFromTheOnlyExternalNetwork() {
        ServerSpec.Options spec = spec().floatingIp(FloatingIp.ALWAYS);

        assertThat(choose(spec, PRIVATE, PUBLIC).external()).contains(PUBLIC);
    }

    @Test
    void among_floatingIpAndNoExternalNetwork_isNotFound() {
        assertThatThrownBy(() -> choose(spec().floatingIp(FloatingIp.ALWAYS), PRIVATE))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("no external network");
    }

    @Test
    void among_severalExternalNetworks_mustBeNamed() {
        ServerSpec.Options spec = spec().floatingIp(FloatingIp.ALWAYS);

        assertThatThrownBy(() -> choose(spec, PRIVATE, PUBLIC, PUBLIC2))
                .isInstanceOf(AmbiguousException.class)
                .hasMessageContaining("2 external networks (public, public2)");
        assertThat(choose(spec.externalNetwork("public2"), PRIVATE, PUBLIC, PUBLIC2)
                        .external())
                .contains(PUBLIC2);
    }

    @Test
    void among_namedExternalThatIsNot_isRefused() {
        assertThatThrownBy(
                        () -> choose(spec().floatingIp(FloatingIp.ALWAYS).externalNetwork("private"), PRIVATE, PUBLIC))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("\"private\" is not external");
    }

    @Test
    void getsFloatingIp_asNeeded_onlyToBeReached() {
        assertThat(NetworkChoice.getsFloatingIp(spec().build())).isFalse();
        assertThat(NetworkChoice.getsFloatingIp(
                        spec().readyWhen(Readiness.cloudInit()).build()))
                .isFalse();
        assertThat(List.of(
                        spec().reachableOn(Port.SSH).build(),
                        spec().securityGroups(List.of("ssh"))
                                .readyWhen(Readiness.ssh())
                                .build(),
                        spec().securityGroups(List.of("web"))
                                .readyWhen(Readiness.tcp(80))
                                .build()))
                .allMatch(NetworkChoice::getsFloatingIp);
    }

    @Test
    void getsFloatingIp_alwaysOrNever_isNotWeighed() {
        assertThat(NetworkChoice.getsFloatingIp(
                        spec().floatingIp(FloatingIp.ALWAYS).build()))
                .isTrue();
        assertThat(NetworkChoice.getsFloatingIp(spec().floatingIp(FloatingIp.NEVER)
                        .reachableOn(Port.SSH)
                        .build()))
                .isFalse();
    }
}
