package io.kws.sdk.benchmarks;

import java.nio.file.Path;

/** The JVM that runs all. */
final class Jvm {
    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
