package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.IdentityRef;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.ServerSpec;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What plans say of the hosts to an administrator, whose own project has no network. */
class HypervisorCapacityTest extends OnSandbox {
    private final Kws admin = Kws.builder()
            .timeouts(SandboxNodes.FAST)
            .node(NodeConfig.builder()
                    .name("kws1")
                    .openstack(CloudConfig.builder()
                            .authUrl(cloud.authUrl())
                            .credentials(Credentials.password(
                                    IdentityRef.named("admin"), Secret.of("admin"), IdentityRef.named("admin")))
                            .build())
                    .build())
            .build();

    @AfterEach
    void endAdmin() {
        admin.close();
    }

    private Plan plan(String flavor) {
        return admin.node("kws1")
                .servers()
                .plan(ServerSpec.builder()
                        .name("web-1")
                        .image("debian-12")
                        .flavor(flavor)
                        .build());
    }

    private static Optional<Need> places(Plan plan) {
        return plan.needs().stream()
                .filter(need -> need.limit().kind() == LimitKind.PLACES)
                .findFirst();
    }

    @Test
    void plan_byAnAdministrator_countsThePlacesOnHosts() {
        long atFirst = places(plan("m1.nano")).orElseThrow().limit().left();
        servers.rent(spec("other").build());

        assertThat(places(plan("m1.nano")).orElseThrow().limit().left()).isEqualTo(atFirst - 1);
        assertThat(plan("m1.nano").problems()).doesNotHaveAnyElementsOfTypes(NoCapacityException.class);
    }

    @Test
    void plan_noHostHasRoom_saysSo() {
        assertThat(plan("x1.nohost").problems()).hasAtLeastOneElementOfType(NoCapacityException.class);
    }

    @Test
    void plan_placementFails_isAsGoodWithoutIt() {
        cloud.inject(Fault.on("GET", "/placement/.*").answer(500).always());

        Plan plan = plan("m1.nano");

        assertThat(places(plan)).isEmpty();
        assertThat(plan.found()).contains("flavor m1.nano");
    }

    @Test
    void plan_byAnOrdinaryUser_doesNotAskPlacement() {
        assertThat(places(servers.plan(spec("web-1").build()))).isEmpty();
        assertThat(count("GET", "/placement")).isZero();
    }
}
