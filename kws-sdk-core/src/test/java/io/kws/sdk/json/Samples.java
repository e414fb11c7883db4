package io.kws.sdk.json;

import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.apps.ExecResult;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketUsage;
import io.kws.sdk.buckets.ObjectListing;
import io.kws.sdk.buckets.Visibility;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.values.AddressValue;
import io.kws.sdk.driver.values.AppValue;
import io.kws.sdk.driver.values.BucketValue;
import io.kws.sdk.driver.values.ContainerValue;
import io.kws.sdk.driver.values.FlavorValue;
import io.kws.sdk.driver.values.IdeValue;
import io.kws.sdk.driver.values.ImageValue;
import io.kws.sdk.driver.values.KeypairValue;
import io.kws.sdk.driver.values.LimitValue;
import io.kws.sdk.driver.values.NetworkValue;
import io.kws.sdk.driver.values.NodeHealthValue;
import io.kws.sdk.driver.values.ServerValue;
import io.kws.sdk.driver.values.ServiceHealthValue;
import io.kws.sdk.driver.values.StoredObjectValue;
import io.kws.sdk.driver.values.VolumeAttachmentValue;
import io.kws.sdk.driver.values.VolumeSnapshotValue;
import io.kws.sdk.driver.values.VolumeValue;
import io.kws.sdk.driver.values.WorkspaceValue;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.fleet.Fleet;
import io.kws.sdk.fleet.Overview;
import io.kws.sdk.health.HealthStatus;
import io.kws.sdk.ides.IdeAccess;
import io.kws.sdk.ides.IdeRental;
import io.kws.sdk.ides.IdeStatus;
import io.kws.sdk.internal.nodes.TaggedRental;
import io.kws.sdk.keypairs.NewKeypair;
import io.kws.sdk.keypairs.PrivateKey;
import io.kws.sdk.limits.Limit;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.networks.Network;
import io.kws.sdk.operations.Progress;
import io.kws.sdk.placement.NodeRoom;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.results.NodeAnswer;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.Access;
import io.kws.sdk.servers.Address;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerStatus;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.SweepTarget;
import io.kws.sdk.trace.Call;
import io.kws.sdk.transfers.TransferProgress;
import io.kws.sdk.watching.RentalEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One of each result that users get. */
final class Samples {
    static final String SECRET_TEXT = "hunter2";

    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
    private static final Instant END = Instant.parse("2026-12-21T10:00:00Z");
    private static final URI URL = URI.create("https://web-1.example.org/");
    private static final Secret SECRET = Secret.of(SECRET_TEXT);
    private static final PrivateKey KEY = new PrivateKey(SECRET);
    private static final Rental RENTAL = new Rental(new RentalId("k3vq7m2xw5ab"), "alice", START, Optional.of(END));
    private static final ReceiptEntry ENTRY = new ReceiptEntry(ResourceKind.SERVER, "web-1", "s1", Outcome.CREATED, "");
    private static final Receipt RECEIPT = new Receipt(List.of(ENTRY));

    private static final Address ADDRESS = AddressValue.builder()
            .ip("172.24.4.11")
            .kind(Address.Kind.FLOATING)
            .network("public")
            .build();
    private static final Limit LIMIT =
            LimitValue.builder().kind(LimitKind.SERVERS).used(2).max(10).build();
    private static final RentedThing THING = new TaggedRental(
            "kws1",
            ResourceKind.SERVER,
            new RentalBackend.Tagged(
                    "s1",
                    "web-1",
                    "ACTIVE",
                    RentalTags.of(RENTAL),
                    List.of("172.24.4.11"),
                    RentalBackend.Course.RESTING));
    private static final SweepTarget TARGET =
            new SweepTarget("kws1", ResourceKind.SERVER, "s1", "web-1", "k3vq7m2xw5ab", "alice");
    private static final SweepItem ITEM = new SweepItem(TARGET, SweepAction.DELETE, SweepOutcome.DONE, "expired");
    private static final Need NEED = new Need(LIMIT, 1);
    private static final Plan PLAN = new Plan(
            "kws1", "rent server \"web-1\"", List.of("flavor m1.small"), List.of(NEED), List.of(error()), List.of());
    private static final NodeRoom ROOM = new NodeRoom("kws1", PLAN, List.of(THING));
    private static final NodeAnswer ANSWER = new NodeAnswer(Optional.of(START), Optional.of(error()));
    private static final ProjectLimits LIMITS = new ProjectLimits(List.of(LIMIT));
    private static final Fleet.NodeLimits NODE_LIMITS = new Fleet.NodeLimits("kws1", LIMITS);

    private Samples() {}

    static Stream<Object> all() {
        return Stream.of(described(), rented(), combined(), events()).flatMap(samples -> samples);
    }

    private static KwsException error() {
        return new QuotaExceededException("quota exceeded: 2 of 2 servers used");
    }

    static ServerRental serverRental() {
        return new ServerRental(
                server(), RENTAL, new Access("172.24.4.11", Optional.of("debian"), Optional.of(KEY)), RECEIPT);
    }

    private static Server server() {
        return ServerValue.builder()
                .node("kws1")
                .id("s1")
                .name("web-1")
                .status(ServerStatus.ACTIVE)
                .addAddresses(ADDRESS)
                .created(START)
                .build();
    }

    private static Stream<Object> described() {
        var attachment = VolumeAttachmentValue.builder().serverId("s1").build();
        var service = ServiceHealthValue.builder().service("compute").build();
        return Stream.of(
                server(),
                ADDRESS,
                LIMIT,
                LIMITS,
                attachment,
                VolumeValue.builder()
                        .id("v1")
                        .name("data")
                        .status("available")
                        .sizeGib(5)
                        .isBootable(false)
                        .addAttachments(attachment)
                        .build(),
                VolumeSnapshotValue.builder()
                        .id("n1")
                        .name("night")
                        .status("available")
                        .sizeGib(5)
                        .volumeId("v1")
                        .build(),
                ImageValue.builder()
                        .id("i1")
                        .name("debian-12")
                        .status("active")
                        .minDiskGib(2)
                        .minRamMib(0)
                        .visibility("public")
                        .build(),
                FlavorValue.builder()
                        .id("1")
                        .name("m1.small")
                        .vcpus(1)
                        .ramMib(2048)
                        .diskGib(20)
                        .build(),
                NetworkValue.builder()
                        .id("n1")
                        .name("net")
                        .projectId("p")
                        .status("ACTIVE")
                        .reach(Network.Reach.PRIVATE)
                        .build(),
                keypair(),
                new NewKeypair(keypair(), KEY),
                KEY,
                SECRET,
                object(),
                new ObjectListing(List.of(object()), List.of("logs/")),
                new BucketUsage(3, 1024),
                service,
                NodeHealthValue.builder()
                        .node("kws1")
                        .status(HealthStatus.OK)
                        .addServices(service)
                        .build());
    }

    private static KeypairValue keypair() {
        return KeypairValue.builder()
                .name("k")
                .fingerprint("aa:bb")
                .publicKey("ssh-ed25519 AAAA")
                .build();
    }

    private static StoredObjectValue object() {
        return StoredObjectValue.builder()
                .bucket("b")
                .name("a.txt")
                .bytes(3)
                .etag("e")
                .contentType("text/plain")
                .modified(START)
                .build();
    }

    private static Stream<Object> rented() {
        var app = AppValue.builder()
                .node("kws1")
                .namespace("kws")
                .name("web")
                .status(AppStatus.AVAILABLE)
                .image("nginx")
                .url(URL)
                .replicas(1)
                .availableReplicas(1)
                .created(START)
                .build();
        var bucket = BucketValue.builder()
                .node("kws1")
                .name("b")
                .visibility(Visibility.PRIVATE)
                .url(URL)
                .created(START)
                .build();
        var container = ContainerValue.builder()
                .node("kws1")
                .id("c1")
                .name("job")
                .status(ContainerStatus.RUNNING)
                .addAddresses("10.0.0.5")
                .build();
        var workspace =
                WorkspaceValue.builder().claim("home").sizeGib(5).created(START).build();
        var ide = IdeValue.builder()
                .node("kws1")
                .namespace("kws")
                .name("ide")
                .status(IdeStatus.OPEN)
                .url(URL)
                .workspace(workspace)
                .build();
        IdeAccess access = new IdeAccess(URL, SECRET);
        return Stream.of(
                app,
                bucket,
                container,
                workspace,
                ide,
                access,
                RENTAL,
                RENTAL.id(),
                THING,
                ENTRY,
                RECEIPT,
                serverRental(),
                serverRental().access(),
                new AppRental(app, RENTAL, RECEIPT),
                new BucketRental(bucket, RENTAL, RECEIPT),
                new ContainerRental(container, RENTAL, RECEIPT),
                new IdeRental(ide, RENTAL, access, RECEIPT),
                new ExecResult(0, "a\nb\n", ""),
                new LogLine("web-7d4-x", START, "GET /"));
    }

    private static Stream<Object> combined() {
        FleetResult<RentedThing> things = new FleetResult<>(List.of(THING), Map.of("kws1", ANSWER));
        return Stream.of(
                error(),
                ANSWER,
                things,
                NODE_LIMITS,
                NEED,
                PLAN,
                ROOM,
                TARGET,
                ITEM,
                new Overview(START, things, new FleetResult<>(List.of(NODE_LIMITS), Map.of())),
                new PlacementPlan("rent server \"web-1\"", List.of(ROOM), Map.of("kws2", error())),
                new SweepReport(START, 1, List.of(ITEM), Map.of("kws2", error())),
                new Progress(1, 3, "create server", "BUILD", false),
                new TransferProgress(3, OptionalLong.of(9)),
                new Call("kws1", "compute", "GET", "/servers", 200, Duration.ofMillis(12), "req-1"));
    }

    private static Stream<Object> events() {
        return Stream.of(
                new RentalEvent.Appeared(THING),
                new RentalEvent.StatusChanged(THING, "BUILD"),
                new RentalEvent.AddressesChanged(THING, List.of()),
                new RentalEvent.EndNear(THING, END),
                new RentalEvent.Gone(THING),
                new RentalEvent.NodeUnreachable("kws1", error()),
                new RentalEvent.NodeBack("kws1"));
    }
}
