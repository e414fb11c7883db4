package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepReport;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Apps whose term is over. */
class RentedAppsTest {
    private static Kws connect(Sandbox sandbox, Duration ahead) {
        Clock clock = Clock.offset(Clock.system(ZoneOffset.UTC), ahead);
        return SandboxNodes.connect(
                sandbox, Kws.builder().timeouts(SandboxNodes.FAST).clock(clock));
    }

    private static List<SweepAction> actions(Sandbox sandbox, Duration ahead) {
        Sweep sweep = Sweep.builder()
                .rule(app -> EndPolicy.stopThenDelete(Duration.ofHours(1)))
                .build();
        try (Kws kws = connect(sandbox, ahead)) {
            SweepReport report = kws.sweeps().run(sweep);
            assertThat(report.isComplete()).as(report.toString()).isTrue();
            return report.items().stream().map(SweepItem::action).toList();
        }
    }

    @Test
    void expire_appOfADay_isStoppedAndThenDeleted() {
        try (Sandbox sandbox = Sandbox.start("k1");
                Kws kws = connect(sandbox, Duration.ZERO)) {
            RentalId id = kws.node("k1")
                    .apps()
                    .deploy(AppSpec.builder()
                            .name("hello")
                            .image("kws/web:1")
                            .port(8080)
                            .owner("alice")
                            .term(Duration.ofDays(1))
                            .build())
                    .rental()
                    .id();
            assertThat(kws.rentals().extend(id, Duration.ofDays(1)).owner()).isEqualTo("alice");
            assertThat(kws.node("k1").apps().get("hello").availableReplicas()).isEqualTo(1);
            assertThat(kws.rentals().get(id).toString()).startsWith("app \"hello\" on k1, rental " + id);
            assertThat(kws.fleet().overview("alice").counts()).isEqualTo(Map.of(ResourceKind.APP, 1L));

            assertThat(actions(sandbox, Duration.ofHours(30))).containsExactly(SweepAction.WARN);
            assertThat(actions(sandbox, Duration.ofHours(30))).isEmpty();
            assertThat(actions(sandbox, Duration.ofHours(49))).containsExactly(SweepAction.STOP);
            assertThat(kws.node("k1").apps().get("hello").replicas()).isZero();
            assertThat(actions(sandbox, Duration.ofHours(51))).containsExactly(SweepAction.DELETE);
            assertThat(kws.node("k1").apps().list()).isEmpty();
            assertThat(kws.rentals().find(id)).isEmpty();
        }
    }
}
