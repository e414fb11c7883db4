package io.kws.sdk.benchmarks.clients;

import io.kws.sdk.Kws;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.config.KwsConfig;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.trace.Call;
import io.kws.sdk.transfers.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The SDK. Its first argument is a {@code kws.yaml}. */
final class ByKws extends Client {
    /** On a busy machine a slow answer takes long, but no node counts as dead: what is measured is the same. */
    private static final Timeouts PATIENT = Timeouts.builder()
            .connect(Duration.ofMinutes(2))
            .attempt(Duration.ofMinutes(2))
            .perNode(Duration.ofMinutes(5))
            .build();

    private final KwsConfig config;
    private final Kws kws;

    /** When the latest request for a server was sent, and the latest list of servers came, in nanoseconds. */
    private final AtomicLong bootSent = new AtomicLong();

    private final AtomicLong listed = new AtomicLong();

    private ByKws(Path file) {
        this.config = KwsConfig.load(file);
        this.kws = open(PATIENT);
    }

    public static void main(String[] args) throws IOException {
        ByKws client = new ByKws(Path.of(args[0]));
        client.serve(args, 1);
        client.kws.close();
    }

    private Kws open(Timeouts timeouts) {
        return Kws.builder()
                .config(config)
                .timeouts(timeouts)
                .onCall(this::called)
                .build();
    }

    private void called(Call call) {
        if (call.method().equals("POST") && call.path().endsWith("/servers")) {
            bootSent.set(System.nanoTime() - call.took().toNanos());
        }
        if (call.path().contains("/servers/detail") && call.status() == 200) {
            listed.set(System.nanoTime());
        }
    }

    @Override
    Map<String, Task> tasks() {
        return Map.ofEntries(
                Map.entry(
                        "flavors",
                        plain(words -> kws.node(words.get(0)).flavors().list())),
                Map.entry("calls", plain(this::calls)),
                Map.entry(
                        "rent", plain(words -> kws.node(words.get(0)).servers().rent(full(words.get(1))))),
                Map.entry("boot", this::boot),
                Map.entry("servers", this::servers),
                Map.entry("sweep", this::sweep),
                Map.entry("rent-all", this::rentAll),
                Map.entry(
                        "put",
                        plain(words -> kws.node(words.get(0))
                                .buckets()
                                .objects(words.get(1))
                                .put(words.get(2), Content.of(Path.of(words.get(3)))))),
                Map.entry(
                        "get",
                        plain(words -> kws.node(words.get(0))
                                .buckets()
                                .objects(words.get(1))
                                .download(words.get(2), Path.of(words.get(3))))),
                Map.entry("deploy", plain(this::deploy)),
                Map.entry("delete", plain(words -> kws.node(words.get(0)).apps().delete(words.get(1)))),
                Map.entry("apps", plain(words -> kws.node(words.get(0)).apps().list(AppQuery.all()))));
    }

    private void calls(List<String> words) throws Exception {
        int calls = Integer.parseInt(words.get(1));
        int threads = Integer.parseInt(words.get(2));
        Crowd.run(calls, threads, () -> () -> kws.node(words.get(0)).flavors().list());
    }

    private static ServerSpec full(String name) {
        return ServerSpec.builder()
                .name(name)
                .image(Wishes.IMAGE)
                .flavor(Wishes.FLAVOR)
                .cloudInit(CloudInit.builder().addPackages("nginx").build())
                .reachableOn(Port.SSH, Port.HTTP)
                .build();
    }

    private Map<String, Long> boot(List<String> words) {
        kws.node(words.get(0))
                .servers()
                .rent(ServerSpec.builder()
                        .name(words.get(1))
                        .image(Wishes.IMAGE)
                        .flavor(Wishes.FLAVOR)
                        .build());
        return Map.of("sinceSent", System.nanoTime() - bootSent.get());
    }

    /** The last living node's answer is what counts, not the time spent on waiting for the dead. */
    private Map<String, Long> servers(List<String> words) {
        Duration perNode = Duration.ofMillis(Long.parseLong(words.get(0)));
        try (Kws fresh = open(Timeouts.builder().perNode(perNode).build())) {
            long begun = System.nanoTime();
            FleetResult<Server> servers = fresh.fleet().servers();
            long dead = servers.failures().size();
            return Map.of(
                    "living", servers.nodes().size() - dead,
                    "dead", dead,
                    "lastLiving", listed.get() - begun);
        }
    }

    private Map<String, Long> sweep(List<String> words) {
        SweepReport report = kws.sweeps()
                .run(Sweep.builder().rule(thing -> EndPolicy.delete()).build());
        return Map.of(
                "examined",
                (long) report.examined(),
                "over",
                (long) report.items(SweepAction.DELETE, SweepOutcome.DONE).size(),
                "complete",
                report.isComplete() ? 1L : 0L);
    }

    private Map<String, Long> rentAll(List<String> words) {
        List<String> nodes = List.copyOf(kws.nodes().names());
        List<Operation<ServerRental>> operations = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(words.get(0)); i++) {
            operations.add(kws.node(nodes.get(i % nodes.size())).servers().rentAsync(full(words.get(1) + "-" + i)));
        }
        long failures = 0;
        for (Operation<ServerRental> operation : operations) {
            try {
                operation.await();
            } catch (KwsException e) {
                e.printStackTrace();
                failures++;
            }
        }
        return Map.of("failures", failures);
    }

    private void deploy(List<String> words) {
        kws.node(words.get(0))
                .apps()
                .deploy(AppSpec.builder()
                        .name(words.get(1))
                        .image(Manifests.IMAGE)
                        .port(Manifests.PORT)
                        .build());
    }
}
