package io.kws.sdk.openstack.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kws.sdk.Kws;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.fleet.Overview;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Adoption;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.RentalState;
import io.kws.sdk.rentals.Rentals;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.rentals.TermCaps;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.ServerStatus;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepMode;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.Sweeps;
import io.kws.sdk.transfers.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstack4j.api.Builders;
import org.openstack4j.api.OSClient.OSClientV3;

/** What rentals and sweeps must do over any two nodes. Time is the clock's, so nobody waits. */
abstract class RentalsContract {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Secret PASSWORD = Secret.of("pa55word");

    final TestClock clock = new TestClock();
    private final String suffix = RentalId.random().value();
    private final String owner = "alice-" + suffix;
    private Kws kws;

    /** Connects to the nodes kws1 and kws2. */
    abstract Kws connect(Kws.Builder builder);

    @BeforeEach
    void connect() {
        kws = connect(Kws.builder().clock(clock));
    }

    /** Ends a test, after all has been ended. */
    void end() {}

    @AfterEach
    void endAll() {
        clock.ahead(Duration.ZERO);
        try {
            FleetResult<RentedThing> left = rentals().list(mine());
            assertThat(left.isComplete()).isTrue();
            left.items()
                    .forEach(thing -> assertThat(rentals()
                                    .end(new RentalId(thing.rentalId()))
                                    .isClean())
                            .isTrue());
            assertThat(serverNames("kws1")).isEmpty();
        } finally {
            kws.close();
            end();
        }
    }

    private Rentals rentals() {
        return kws.rentals();
    }

    private Sweeps sweeps() {
        return kws.sweeps();
    }

    private RentalQuery mine() {
        return RentalQuery.builder().owner(owner).nodes(Set.of("kws1", "kws2")).build();
    }

    private ServerRental rentServer(String node) {
        return kws.node(node)
                .servers()
                .rent(ServerSpec.builder()
                        .name("web-" + suffix)
                        .image("ubuntu-22.04")
                        .flavor("m1.nano")
                        .login(Login.password(PASSWORD))
                        .owner(owner)
                        .term(MONTH)
                        .build());
    }

    private RentalId makeBucket(String node) {
        return kws.node(node)
                .buckets()
                .create(BucketSpec.builder()
                        .name("box-" + suffix)
                        .owner(owner)
                        .term(MONTH)
                        .build())
                .rental()
                .id();
    }

    final Kws kws() {
        return kws;
    }

    final String owner() {
        return owner;
    }

    final Sweep.Builder sweep() {
        return Sweep.builder().query(mine()).orphansOlderThan(Sweep.NEVER);
    }

    private List<String> serverNames(String node) {
        return kws.node(node).servers().list().stream()
                .map(server -> server.name())
                .filter(name -> name.endsWith(suffix))
                .toList();
    }

    private static List<String> lines(SweepReport report) {
        return report.items().stream()
                .map(item -> "%s %s %s"
                        .formatted(item.action(), item.outcome(), item.target().kind()))
                .sorted()
                .toList();
    }

    @Test
    void list_thingsOnTwoNodes_areAllSeen() {
        ServerRental server = rentServer("kws1");
        RentalId bucket = makeBucket("kws2");

        assertThat(rentals().list(mine()).isComplete()).isTrue();
        assertThat(rentals().list(mine()).items())
                .extracting(RentedThing::node, RentedThing::kind, RentedThing::owner)
                .containsExactly(tuple("kws1", ResourceKind.SERVER, owner), tuple("kws2", ResourceKind.BUCKET, owner));
        RentedThing seen = rentals().get(server.rental().id());
        assertThat(seen.rental()).contains(server.rental());
        assertThat(seen.state(clock.instant())).isEqualTo(RentalState.RUNNING);
        assertThat(rentals().find(bucket)).isPresent();
        assertThat(rentals().find(RentalId.random())).isEmpty();

        Overview overview = kws.fleet().overview(owner);
        assertThat(overview.counts()).isEqualTo(Map.of(ResourceKind.SERVER, 1L, ResourceKind.BUCKET, 1L));
        assertThat(overview.endingWithin(Duration.ofDays(31))).hasSize(2);
        assertThat(overview.endingWithin(Duration.ofDays(29))).isEmpty();
        assertThat(overview.limits().nodes()).containsKeys("kws1", "kws2");
    }

    @Test
    void extend_withinCaps_putsOffTheEnd() {
        Instant end = rentServer("kws1").rental().end().orElseThrow();
        RentalId id =
                rentals().list(mine()).items().get(0).rental().orElseThrow().id();

        assertThat(rentals().extend(id, Duration.ofDays(7)).end()).contains(end.plus(Duration.ofDays(7)));
        assertThat(rentals().get(id).end()).contains(end.plus(Duration.ofDays(7)));
        assertThatThrownBy(() -> rentals().extend(id, Duration.ofDays(8), new TermCaps(Duration.ofDays(7), MONTH)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("one extension may add at most 7 days");
        assertThatThrownBy(() -> rentals().extend(id, Duration.ofDays(1), new TermCaps(Duration.ofDays(7), MONTH)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("a rental may last at most");
        assertThatThrownBy(() -> rentals().extend(id, Duration.ZERO)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> rentals().extend(RentalId.random(), Duration.ofDays(1)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void expire_asTimeGoesBy_warnsOnceThenStopsThenDeletes() {
        rentServer("kws1");
        makeBucket("kws2");
        Queue<SweepItem> heard = new ConcurrentLinkedQueue<>();
        Sweep sweep = sweep().listener(heard::add).build();

        assertThat(sweeps().run(sweep).items()).isEmpty();
        clock.ahead(MONTH.minusHours(1));
        assertThat(lines(sweeps().run(sweep))).containsExactly("WARN DONE BUCKET", "WARN DONE SERVER");
        assertThat(sweeps().run(sweep).items()).isEmpty();
        assertThat(heard).hasSize(2);

        clock.ahead(MONTH.plusHours(1));
        assertThat(lines(sweeps().run(sweep))).containsExactly("STOP DONE BUCKET", "STOP DONE SERVER");
        assertThat(kws.node("kws1").servers().get("web-" + suffix).status()).isEqualTo(ServerStatus.SHUTOFF);
        assertThat(sweeps().run(sweep).items()).isEmpty();

        clock.ahead(MONTH.plusHours(26));
        SweepReport last = sweeps().run(sweep);
        assertThat(lines(last)).containsExactly("DELETE DONE BUCKET", "DELETE DONE SERVER");
        assertThat(last.isComplete()).isTrue();
        assertThat(last.toString()).contains("over since");
        assertThat(rentals().list(mine()).items()).isEmpty();
        assertThat(sweeps().run(sweep).items()).isEmpty();
    }

    @Test
    void expire_extendedAfterTheStop_beginsAnew() {
        RentalId id = rentServer("kws1").rental().id();
        clock.ahead(MONTH.plusHours(1));
        sweeps().run(sweep().build());
        assertThat(rentals().get(id).state(clock.instant())).isEqualTo(RentalState.STOPPED);

        RentedThing extended = rentals().extend(id, Duration.ofDays(7));

        assertThat(extended.state(clock.instant())).isEqualTo(RentalState.RUNNING);
        assertThat(extended.end().orElseThrow()).isAfter(clock.instant().plus(Duration.ofDays(6)));
        assertThat(sweeps().run(sweep().build()).items()).isEmpty();
        clock.ahead(MONTH.plusDays(9));
        assertThat(lines(sweeps().run(sweep().build()))).containsExactly("STOP DONE SERVER");
    }

    @Test
    void expire_protected_isLeftAlone() {
        RentalId id = makeBucket("kws1");
        rentals().protect(id, clock.instant().plus(Duration.ofDays(60)));
        Sweep delete = sweep().rule(thing -> EndPolicy.delete()).build();

        clock.ahead(Duration.ofDays(40));
        assertThat(rentals().get(id).state(clock.instant())).isEqualTo(RentalState.PROTECTED);
        assertThat(sweeps().run(delete).items()).isEmpty();

        clock.ahead(Duration.ofDays(61));
        assertThat(lines(sweeps().run(delete))).containsExactly("DELETE DONE BUCKET");
    }

    @Test
    void unprotect_protected_isEndedAgain() {
        RentalId id = makeBucket("kws1");
        rentals().protect(id, clock.instant().plus(Duration.ofDays(60)));

        rentals().unprotect(id);

        clock.ahead(Duration.ofDays(40));
        assertThat(lines(sweeps().run(sweep().rule(thing -> EndPolicy.delete()).build())))
                .containsExactly("DELETE DONE BUCKET");
    }

    @Test
    void protect_notInTheFuture_isRefused() {
        RentalId id = makeBucket("kws1");

        assertThatThrownBy(() -> rentals().protect(id, Instant.EPOCH))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("would be over already");
        assertThatThrownBy(() -> rentals().protect(id, clock.instant())).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void expire_dryRun_onlySays() {
        makeBucket("kws1");
        kws.node("kws1").buckets().objects("box-" + suffix).put("a", Content.of("hello"));
        clock.ahead(Duration.ofDays(40));

        SweepReport report = sweeps().run(sweep().mode(SweepMode.DRY_RUN)
                .rule(thing -> EndPolicy.delete())
                .build());

        assertThat(lines(report)).containsExactly("DELETE PLANNED BUCKET");
        assertThat(rentals().list(mine()).items()).hasSize(1);
        assertThat(lines(sweeps().run(sweep().rule(thing -> EndPolicy.delete()).build())))
                .containsExactly("DELETE DONE BUCKET");
    }

    @Test
    void expire_unreadableTags_isReportedAndNeverDeleted() {
        Server server = rentServer("kws1").server();
        Map<String, String> tags = new HashMap<>(server.metadata());
        tags.put("kws.end", "next week");
        replaceMetadata(server, tags);
        clock.ahead(Duration.ofDays(4000));

        SweepReport report =
                sweeps().run(sweep().rule(thing -> EndPolicy.delete()).build());

        assertThat(report.items()).singleElement().satisfies(item -> {
            assertThat(item.action()).isEqualTo(SweepAction.REPORT);
            assertThat(item.reason()).contains("kws.end=next week");
        });
        assertThat(serverNames("kws1")).hasSize(1);
    }

    /** openstack4j's update replaces all of it. */
    private void replaceMetadata(Server server, Map<String, String> tags) {
        kws.node("kws1")
                .unwrap(
                        OSClientV3.class,
                        openstack -> openstack.compute().servers().updateMetadata(server.id(), tags));
    }

    @Test
    void expire_tagsTakenAway_leavesTheServerAndWhatBelongsToIt() {
        ServerRental rental = rentServer("kws1");
        replaceMetadata(rental.server(), Map.of("mine", "now"));
        clock.ahead(Duration.ofHours(2));
        Sweep orphans = sweep().orphansOlderThan(Duration.ofHours(1)).build();

        assertThat(rest(sweeps().run(orphans), rental.rental().id())).isEmpty();
        assertThat(serverNames("kws1")).hasSize(1);

        assertThatThrownBy(() -> rentals().end(rental.rental().id()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the rental's port is in use by server \"web-" + suffix);
        kws.node("kws1").servers().release(rental.server().id());
        assertThat(rest(sweeps().run(orphans), rental.rental().id())).containsExactly("DELETE_ORPHAN DONE");
    }

    @Test
    void expire_sweepsAtOnce_leaveNothingAndFailForNobody() {
        rentServer("kws1");
        makeBucket("kws1");
        clock.ahead(Duration.ofDays(40));
        Sweep delete = sweep().rule(thing -> EndPolicy.delete()).build();

        List<SweepReport> reports =
                Stream.of(1, 2, 3).map(i -> CompletableFuture.supplyAsync(() -> sweeps().run(delete))).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(reports)
                .allSatisfy(report -> assertThat(report.items(SweepAction.DELETE, SweepOutcome.FAILED))
                        .isEmpty());
        assertThat(reports.stream()
                        .mapToInt(report -> report.items(SweepAction.DELETE, SweepOutcome.DONE)
                                .size())
                        .sum())
                .isGreaterThanOrEqualTo(2);
        assertThat(rentals().list(mine()).items()).isEmpty();
    }

    @Test
    void expire_restOfADeadProgram_isTakenAwayWhenOldEnough() {
        RentalId dead = RentalId.random();
        String name = RentalTags.name(dead);
        kws.node("kws1").keypairs().create(name);
        kws.node("kws1")
                .unwrap(
                        OSClientV3.class,
                        openstack -> openstack
                                .networking()
                                .securitygroup()
                                .create(Builders.securityGroup()
                                        .name(name)
                                        .description(name + " owner= end=never")
                                        .build()));
        Sweep.Builder orphans = sweep().orphansOlderThan(Duration.ofHours(1));

        assertThat(rest(sweeps().run(orphans.build()), dead)).isEmpty();
        clock.ahead(Duration.ofHours(2));
        assertThat(rest(sweeps().run(orphans.build()), dead)).containsExactly("DELETE_ORPHAN DONE");
        assertThat(rest(sweeps().run(orphans.build()), dead)).isEmpty();
        assertThat(kws.node("kws1").keypairs().find(name)).isEmpty();
    }

    @Test
    void expire_keypairOfAUserThatIsNamedLikeOurs_stays() {
        String name = RentalTags.name(RentalId.random());
        kws.node("kws1").keypairs().create(name);
        clock.ahead(Duration.ofHours(2));

        sweeps().run(sweep().orphansOlderThan(Duration.ofHours(1)).build());

        assertThat(kws.node("kws1").keypairs().delete(name)).isTrue();
    }

    private static List<String> rest(SweepReport report, RentalId rental) {
        return report.items().stream()
                .filter(item -> item.target().name().equals(rental.value()))
                .map(item -> item.action() + " " + item.outcome())
                .toList();
    }

    @Test
    void adopt_bucketOfAnotherClient_isARentalFromThenOn() {
        String name = "other-" + suffix;
        kws.node("kws1")
                .unwrap(
                        OSClientV3.class,
                        openstack -> openstack.objectStorage().containers().create(name));
        clock.ahead(Duration.ofDays(40));
        assertThat(rentals().list(mine()).items()).isEmpty();
        clock.ahead(Duration.ZERO);
        Adoption adoption = Adoption.builder()
                .node("kws1")
                .kind(ResourceKind.BUCKET)
                .nameOrId(name)
                .owner(owner)
                .term(MONTH)
                .build();

        RentedThing adopted = rentals().adopt(adoption);

        assertThat(adopted.owner()).isEqualTo(owner);
        assertThat(rentals().list(mine()).items()).extracting(RentedThing::name).containsExactly(name);
        assertThatThrownBy(() -> rentals().adopt(adoption))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("it is a rental already");
    }

    @Test
    void end_now_takesItAway() {
        RentalId id = rentServer("kws1").rental().id();

        assertThat(rentals().end(id).isClean()).isTrue();

        assertThat(serverNames("kws1")).isEmpty();
        assertThat(rentals().end(id).entries()).isEmpty();
    }
}
