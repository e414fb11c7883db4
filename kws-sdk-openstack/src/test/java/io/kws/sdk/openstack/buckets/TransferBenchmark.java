package io.kws.sdk.openstack.buckets;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.buckets.UrlAccess;
import io.kws.sdk.openstack.Testbed;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.transfers.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.common.Payloads;

/**
 * Sends a file to the testbed's object storage and fetches it again: by {@code curl}, by openstack4j (with the SDK's
 * connector; its own ones keep uploads in memory or lose errors), and by the SDK; each in a process of its own, those of
 * Java with 64 MiB of heap, in turns. Prints one line each.
 *
 * <pre>java -cp CLASSPATH io.kws.sdk.openstack.buckets.TransferBenchmark FOLDER MIB ROUNDS</pre>
 */
final class TransferBenchmark {
    private static final int MIB = 1 << 20;

    private final Node node;
    private final Path folder;
    private final Path file;
    private final String bucket = "benchmark-" + RentalId.random();

    private TransferBenchmark(Node node, Path folder) {
        this.node = node;
        this.folder = folder;
        this.file = folder.resolve("benchmark.up");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try (Kws kws = Testbed.connect()) {
            Node node = kws.node("kws1");
            if (args.length == 4) {
                attempt(node, args[0], Path.of(args[1]), args[2], Integer.parseInt(args[3]));
            } else {
                TransferBenchmark benchmark = new TransferBenchmark(node, Path.of(args[0]));
                benchmark.compare(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            }
        }
    }

    private void compare(int mebibytes, int rounds) throws IOException, InterruptedException {
        fill(mebibytes);
        node.buckets().create(BucketSpec.named(bucket));
        try {
            for (int round = 0; round < rounds; round++) {
                curl(mebibytes, UrlAccess.WRITE);
                curl(mebibytes, UrlAccess.READ);
                for (String way : List.of("openstack4j-up", "openstack4j-down", "sdk-up", "sdk-down")) {
                    java(way, mebibytes);
                }
            }
        } finally {
            node.buckets().deleteWithContents(bucket);
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve("benchmark.down"));
        }
    }

    private void fill(int mebibytes) throws IOException {
        byte[] bytes = new byte[MIB];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
        }
    }

    private void curl(int mebibytes, UrlAccess access) throws IOException, InterruptedException {
        URI url = node.buckets().objects(bucket).temporaryUrl("curl", access, Duration.ofHours(1));
        String down = folder.resolve("benchmark.down").toString();
        List<String> command = access == UrlAccess.WRITE
                ? List.of("curl", "-sSf", "-o", "/dev/null", "-T", file.toString(), url.toString())
                : List.of("curl", "-sSf", "-o", down, url.toString());
        long begun = System.nanoTime();
        run(command);
        print(access == UrlAccess.WRITE ? "curl-up" : "curl-down", mebibytes, begun, "");
    }

    private void java(String way, int mebibytes) throws IOException, InterruptedException {
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Dkws.testbed=" + System.getProperty("kws.testbed", "/var/tmp/kws-testbed/openstack/clouds.yaml"),
                "-cp",
                System.getProperty("java.class.path"),
                TransferBenchmark.class.getName(),
                way,
                folder.toString(),
                bucket,
                String.valueOf(mebibytes)));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.INHERIT)
                .redirectOutput(Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            System.out.println("failed: " + command.get(command.size() - 4));
        }
    }

    private static void attempt(Node node, String way, Path folder, String bucket, int mebibytes) {
        Path up = folder.resolve("benchmark.up");
        Path down = folder.resolve("benchmark.down");
        StoredObjects box = node.buckets().objects(bucket);
        box.find("none"); // logs in
        long begun = System.nanoTime();
        switch (way) {
            case "sdk-up" -> box.put("sdk", Content.of(up));
            case "sdk-down" -> box.download("sdk", down);
            case "openstack4j-up" ->
                node.unwrap(
                        OSClientV3.class,
                        client -> client.objectStorage()
                                .objects()
                                .put(bucket, "openstack4j", Payloads.create(up.toFile())));
            default -> node.unwrap(OSClientV3.class, client -> save(client, bucket, down));
        }
        print(way, mebibytes, begun, ", peak of the heap %d MiB".formatted(peakOfHeap() / MIB));
    }

    private static boolean save(OSClientV3 client, String bucket, Path down) {
        try {
            client.objectStorage().objects().download(bucket, "openstack4j").writeToFile(down.toFile());
            return true;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(String way, int mebibytes, long begun, String more) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%-16s %4d MiB in %6.2f s: %6.1f MiB/s%s%n", way, mebibytes, seconds, mebibytes / seconds, more);
    }

    private static long peakOfHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }
}
