package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.Kws;
import io.kws.sdk.benchmarks.Answer;
import io.kws.sdk.benchmarks.Cloud;
import io.kws.sdk.benchmarks.Contestant;
import io.kws.sdk.benchmarks.Lab;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Processes;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Samples;
import io.kws.sdk.benchmarks.Scenario;
import io.kws.sdk.benchmarks.Unit;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.UrlAccess;
import io.kws.sdk.config.KwsConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A large object on its way there and back. */
final class Transfers implements Scenario {
    private static final int MIB = 1 << 20;
    private static final int MOST_HEAP_MIB = 64;
    private static final String CURL = "curl";
    private static final String BUCKET = "bench";
    private static final List<String> SMALL = List.of("-Xmx" + MOST_HEAP_MIB + "m");

    @Override
    public String title() {
        return "upload and download a file with 64 MiB of heap";
    }

    @Override
    public List<Row> run(Lab lab) {
        Path up = lab.folder().resolve("up");
        fill(up, lab.sizes().mebibytes());
        try (Cloud cloud = lab.cloud(1)) {
            Race race = new Race(lab, cloud, up);
            for (int round = 0; round < Math.min(3, lab.sizes().rounds()); round++) {
                race.curl();
                race.run(Peer.KWS);
                race.run(Peer.OPENSTACK4J);
            }
            return race.rows();
        } finally {
            delete(up);
        }
    }

    private static void fill(Path file, int mebibytes) {
        byte[] bytes = new byte[MIB];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rates so far. */
    private static final class Race {
        private final Lab lab;
        private final Cloud cloud;
        private final Path up;
        private final Path down;
        private final URI write;
        private final URI read;
        private final Samples ups = new Samples();
        private final Samples downs = new Samples();
        private double heapMib;
        private String failure = "";

        Race(Lab lab, Cloud cloud, Path up) {
            this.lab = lab;
            this.cloud = cloud;
            this.up = up;
            this.down = up.resolveSibling("down");
            try (Kws kws = Kws.builder()
                    .config(KwsConfig.load(up.resolveSibling("kws.yaml")))
                    .build()) {
                var buckets = kws.node(cloud.node().name()).buckets();
                buckets.create(BucketSpec.named(BUCKET));
                this.write = buckets.objects(BUCKET).temporaryUrl(CURL, UrlAccess.WRITE, Duration.ofHours(1));
                this.read = buckets.objects(BUCKET).temporaryUrl(CURL, UrlAccess.READ, Duration.ofHours(1));
            }
        }

        void curl() {
            double sent = Processes.run(
                    List.of(CURL, "-sSf", "-o", "/dev/null", "-T", up.toString(), write.toString()), lab.log());
            ups.add(CURL, rate(sent));
            double fetched = Processes.run(List.of(CURL, "-sSf", "-o", down.toString(), read.toString()), lab.log());
            downs.add(CURL, rate(fetched));
            requireSame();
        }

        private double rate(double seconds) {
            return lab.sizes().mebibytes() / seconds;
        }

        void run(Peer peer) {
            String node = Cloud.name(peer, cloud.node());
            try (Contestant contestant = lab.start(peer, cloud, SMALL)) {
                contestant.must("flavors", node);
                Answer sent = contestant.ask("put", node, BUCKET, "by-" + peer, up.toString());
                ups.add(peer.title(), rate(sent.seconds()));
                Answer fetched = contestant.ask("get", node, BUCKET, "by-" + peer, down.toString());
                downs.add(peer.title(), rate(fetched.seconds()));
                requireSame();
                if (peer == Peer.KWS) {
                    heapMib = Math.max(heapMib, Math.max(sent.value("heap"), fetched.value("heap")) / (double) MIB);
                }
            } catch (Contestant.TaskFailedException e) {
                if (peer == Peer.KWS) {
                    throw new IllegalStateException(e);
                }
                failure = String.valueOf(e.getMessage());
            }
        }

        private void requireSame() {
            try {
                if (Files.mismatch(up, down) >= 0) {
                    throw new IllegalStateException("the downloaded file differs from the uploaded one");
                }
                Files.delete(down);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<Row> rows() {
            return List.of(
                    row("upload of %d MiB".formatted(lab.sizes().mebibytes()), ups),
                    row("download of %d MiB".formatted(lab.sizes().mebibytes()), downs),
                    Row.of("peak heap", Unit.COUNT, heapMib)
                            .aim("<= %d MiB".formatted(MOST_HEAP_MIB), heapMib <= MOST_HEAP_MIB));
        }

        private Row row(String what, Samples rates) {
            double ours = rates.median(Peer.KWS.title());
            double theirs = rates.median(Peer.OPENSTACK4J.title());
            Row row = Row.of(what, Unit.RATE, ours)
                    .beside(CURL, rates.median(CURL))
                    .aim(">= 90 % of curl", ours >= 0.9 * rates.median(CURL));
            return Double.isNaN(theirs)
                    ? row.besideFailed(Peer.OPENSTACK4J.title(), failure)
                    : row.beside(Peer.OPENSTACK4J.title(), theirs);
        }
    }
}
