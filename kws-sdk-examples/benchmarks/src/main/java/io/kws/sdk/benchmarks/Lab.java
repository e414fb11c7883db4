package io.kws.sdk.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where scenarios are carried out: starts clouds and clients. Closing removes its files. */
public final class Lab implements AutoCloseable {
    private static final List<String> USUAL = List.of("-Xmx256m");

    /** Where no time is looked at, a JVM shall start as cheaply as it can. */
    private static final List<String> CHEAP = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Sizes sizes;
    private final Optional<Path> kubeconfig;
    private final Path folder;
    private final Path log;

    /**
     * Opens it.
     *
     * @param sizes how much is measured
     * @param kubeconfig a real cluster to deploy on, too
     * @param log where the errors of clients go
     */
    Lab(Sizes sizes, Optional<Path> kubeconfig, Path log) {
        this.sizes = sizes;
        this.kubeconfig = kubeconfig;
        this.log = log;
        try {
            Files.createDirectories(log.toAbsolutePath().normalize().resolveSibling("."));
            this.folder = Files.createTempDirectory("kws-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return how much is measured} */
    public Sizes sizes() {
        return sizes;
    }

    private List<String> options() {
        return sizes.equals(Sizes.LEAST) ? CHEAP : USUAL;
    }

    /** {@return the real cluster to deploy on} */
    public Optional<Path> kubeconfig() {
        return kubeconfig;
    }

    /** {@return a folder for files, removed in the end} */
    public Path folder() {
        return folder;
    }

    /**
     * Starts a cloud.
     *
     * @param nodes how many nodes
     * @return the cloud, to be closed
     */
    public Cloud cloud(int nodes) {
        return Cloud.start(nodes, folder);
    }

    /**
     * Starts a client.
     *
     * @param peer which
     * @param cloud where to
     * @return the client, to be closed
     */
    public Contestant start(Peer peer, Cloud cloud) {
        return start(peer, cloud, options());
    }

    /**
     * Starts a client.
     *
     * @param peer which
     * @param cloud where to
     * @param options of the JVM
     * @return the client, to be closed
     */
    public Contestant start(Peer peer, Cloud cloud, List<String> options) {
        return Contestant.start(peer, file(peer, cloud), log, options);
    }

    /**
     * Starts a client on the real cluster.
     *
     * @param peer which
     * @param file the {@code kws.yaml} or kubeconfig
     * @return the client, to be closed
     */
    public Contestant start(Peer peer, Path file) {
        return Contestant.start(peer, file, log, options());
    }

    /**
     * Runs a client for one task alone.
     *
     * @param peer which
     * @param cloud where to
     * @param words the task and what it is about
     * @return how many seconds its process took
     */
    public double runOnce(Peer peer, Cloud cloud, String... words) {
        List<String> command = Contestant.command(peer, file(peer, cloud), options());
        command.addAll(List.of(words));
        return Processes.run(command, log);
    }

    private static Path file(Peer peer, Cloud cloud) {
        return peer == Peer.KWS ? cloud.config() : cloud.kubeconfig();
    }

    /** {@return where the errors of clients go} */
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
