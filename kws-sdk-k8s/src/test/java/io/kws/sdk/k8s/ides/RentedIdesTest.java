package io.kws.sdk.k8s.ides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.Kws;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.IdeRental;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.ides.IdeStatus;
import io.kws.sdk.ides.Ides;
import io.kws.sdk.ides.WorkspaceEnd;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.k8s.apps.Traces;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Adoption;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** IDEs among the rentals: what a sweep makes of them, open and closed. */
class RentedIdesTest {
    private static final Sweep SWEEP = Sweep.builder()
            .rule(ide -> EndPolicy.stopThenDelete(Duration.ofHours(1)))
            .build();

    private final Sandbox sandbox = Sandbox.start("k1");
    private final Kws kws = connect(Duration.ZERO);
    private final Ides ides = kws.node("k1").ides();

    @AfterEach
    void close() {
        kws.close();
        sandbox.close();
    }

    private Kws connect(Duration ahead) {
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        return SandboxNodes.connect(
                sandbox, Kws.builder().timeouts(SandboxNodes.FAST).clock(clock));
    }

    private List<SweepItem> sweep(int hoursAhead) {
        try (Kws later = connect(Duration.ofHours(hoursAhead))) {
            SweepReport report = later.sweeps().run(SWEEP);
            assertThat(report.isComplete()).as(report.toString()).isTrue();
            return report.items();
        }
    }

    private List<SweepAction> actions(int hoursAhead) {
        return sweep(hoursAhead).stream().map(SweepItem::action).toList();
    }

    private static IdeSpec.Options lab() {
        return IdeSpec.builder().name("lab").namespace("default").owner("alice").term(Duration.ofDays(1));
    }

    @Test
    void list_openAndClosed_isAmongTheRentalsOfItsOwner() {
        IdeRental rental = ides.open(lab().build());
        RentalId id = rental.rental().id();
        RentedThing open = kws.rentals().get(id);

        ides.close("lab");
        RentedThing closed = kws.rentals().get(id);

        assertThat(open.kind()).isEqualTo(ResourceKind.IDE);
        assertThat(open.status()).isEqualTo("OPEN");
        assertThat(open.toString()).startsWith("IDE \"lab\" on k1, rental " + id + " by alice until ");
        assertThat(open.rental()).contains(rental.rental());
        assertThat(closed.status()).isEqualTo("CLOSED");
        assertThat(closed.rental()).contains(rental.rental());
        assertThat(kws.fleet().ides().items()).extracting(Ide::name).containsExactly("lab");
        assertThat(kws.fleet().overview("alice").counts()).isEqualTo(Map.of(ResourceKind.IDE, 1L));
    }

    @Test
    void expire_ideOfADay_isClosedAndThenDeletedWithItsWorkspace() {
        RentalId id = ides.open(lab().build()).rental().id();
        assertThat(kws.rentals().extend(id, Duration.ofDays(1)).owner()).isEqualTo("alice");

        assertThat(actions(30)).containsExactly(SweepAction.WARN);
        assertThat(actions(30)).isEmpty();
        assertThat(ides.get("lab").status()).isEqualTo(IdeStatus.OPEN);
        assertThat(actions(49)).containsExactly(SweepAction.STOP);
        assertThat(ides.get("lab").status()).isEqualTo(IdeStatus.CLOSED);
        assertThat(ides.get("lab").workspace()).isPresent();
        assertThat(actions(49)).isEmpty();
        assertThat(actions(51)).containsExactly(SweepAction.DELETE);
        assertThat(ides.list()).isEmpty();
        assertThat(kws.rentals().find(id)).isEmpty();
        assertThat(sandbox.node("k1").leftovers()).isEmpty();
    }

    @Test
    void extend_openIde_lastsOverItsClosingAndIsReadFromTheIde() {
        RentalId id = ides.open(lab().build()).rental().id();

        Instant end = kws.rentals().extend(id, Duration.ofDays(1)).end().orElseThrow();
        Ide open = ides.get("lab");
        ides.close("lab");

        assertThat(open.rental().orElseThrow().end()).contains(end);
        assertThat(ides.get("lab").rental().orElseThrow().end()).contains(end);
    }

    @Test
    void open_extendedAndProtected_goesOnInThatRental() {
        RentalId id = ides.open(lab().build()).rental().id();
        Instant end = kws.rentals().extend(id, Duration.ofDays(9)).end().orElseThrow();
        kws.rentals().protect(id, end.plusSeconds(60));
        ides.close("lab");

        IdeRental again = ides.open(lab().build());

        assertThat(again.rental().id()).isEqualTo(id);
        assertThat(again.rental().end()).contains(end);
        assertThat(kws.rentals().get(id).protectedUntil()).contains(end.plusSeconds(60));
        assertThat(kws.rentals().get(id).status()).isEqualTo("OPEN");
        assertThat(kws.rentals().list().items()).hasSize(1);
    }

    @Test
    void open_stoppedBySweep_isExtendedByItsTermAndStoppedNoMore() {
        ides.open(lab().build());
        assertThat(actions(25)).containsExactly(SweepAction.STOP);

        IdeRental again = ides.open(lab().term(Duration.ofDays(3)).build());

        assertThat(kws.rentals().get(again.rental().id()).stoppedAt()).isEmpty();
        assertThat(actions(26)).isEmpty();
        assertThat(ides.get("lab").status()).isEqualTo(IdeStatus.OPEN);
    }

    @Test
    void end_openIde_takesItsWorkspaceToo() {
        RentalId id = ides.open(lab().build()).rental().id();

        assertThat(kws.rentals().end(id).entries(Outcome.DELETED))
                .extracting(ReceiptEntry::kind)
                .contains(ResourceKind.DEPLOYMENT, ResourceKind.SECRET, ResourceKind.PERSISTENT_VOLUME_CLAIM);
        assertThat(sandbox.node("k1").leftovers()).isEmpty();
        assertThat(kws.rentals().end(id).entries()).isEmpty();
    }

    @Test
    void adopt_workspaceThatWasKept_isRentedAgainAndFoundByItsRental() {
        ides.open(lab().build());
        ides.delete("lab", WorkspaceEnd.KEEP);
        assertThat(kws.rentals().list().items()).isEmpty();

        RentedThing adopted = kws.rentals()
                .adopt(Adoption.builder()
                        .node("k1")
                        .kind(ResourceKind.IDE)
                        .nameOrId("lab")
                        .owner("bob")
                        .build());

        RentalId id = adopted.rental().orElseThrow().id();
        assertThat(adopted.owner()).isEqualTo("bob");
        assertThat(ides.get(id.value()).name()).isEqualTo("lab");
        assertThat(Traces.of(kws.node("k1"), id)).containsExactly("persistentvolumeclaims/lab-workspace");
    }

    @Test
    void protect_ideThatIsGone_isNotFound() {
        RentalId id = ides.open(lab().build()).rental().id();
        ides.delete("lab", WorkspaceEnd.DELETE);

        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        assertThatThrownBy(() -> kws.rentals().protect(id, tomorrow)).isInstanceOf(NotFoundException.class);
    }
}
