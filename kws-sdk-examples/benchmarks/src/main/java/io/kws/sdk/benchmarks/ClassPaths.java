package io.kws.sdk.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The class paths that the build has found, one for each peer. */
public final class ClassPaths {
    private static final List<String> JMH = List.of("jmh-core", "jopt-simple", "commons-math3");

    private ClassPaths() {}

    /**
     * Returns what a user of a peer gets: jars, and folders where the build has not made jars yet.
     *
     * @param peer which
     * @return the class path
     */
    public static List<Path> of(Peer peer) {
        Path target = classes().resolve("..").normalize();
        Path home = target.resolve(target.endsWith("target") ? ".." : "../..").normalize(); // kws.target of the POM
        Path file = home.resolve("peers")
                .resolve(home.relativize(target))
                .resolve(peer.classPath())
                .resolve("classpath");
        try {
            return split(Files.readString(file).strip()).map(Path::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the build has not found the class path of " + peer.title(), e);
        }
    }

    /**
     * Returns the size of what a user of a peer gets.
     *
     * @param peer which
     * @return the sum of all files
     */
    public static long bytes(Peer peer) {
        return of(peer).stream().mapToLong(ClassPaths::bytes).sum();
    }

    private static long bytes(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the same, with these classes. */
    static String running(Peer peer) {
        return join(Stream.concat(Stream.of(classes()), of(peer).stream()));
    }

    /** Returns the same, with JMH. */
    static String runningJmh(Peer peer) {
        Stream<Path> jmh = split(System.getProperty("java.class.path"))
                .map(Path::of)
                .filter(path -> JMH.stream().anyMatch(path.getFileName().toString()::startsWith));
        return join(Stream.concat(Stream.concat(Stream.of(classes()), of(peer).stream()), jmh));
    }

    private static Path classes() {
        try {
            return Path.of(ClassPaths.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> split(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1));
    }

    private static String join(Stream<Path> paths) {
        return String.join(File.pathSeparator, paths.map(Path::toString).toList());
    }
}
