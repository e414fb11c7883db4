package io.kws.sdk.benchmarks.jmh;

import java.nio.file.Path;

/** Where the calls go, as the JVM's properties say. */
public final class Target {
    /** The property that names the folder with {@code kws.yaml} and {@code kubeconfig}. */
    public static final String FOLDER = "kws.bench.folder";

    /** The property that names the address of Keystone. */
    public static final String AUTH_URL = "kws.bench.auth-url";

    private Target() {}

    static Path file(String name) {
        return Path.of(System.getProperty(FOLDER, "."), name);
    }

    static String authUrl() {
        return System.getProperty(AUTH_URL, "");
    }
}
