package io.kws.sdk.openstack;

import io.kws.sdk.Kws;
import io.kws.sdk.config.KwsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real OpenStack that kws-sdk-examples/testbed brings up: kws1 and kws2 with the fake driver, kws3 with QEMU. */
public final class Testbed {
    private static final String CONFIG = """
            clouds-file: %s
            nodes:
              kws1: {cloud: kws1, server-proxy: "socks5://127.0.0.1:15009"}
              kws1-admin: {cloud: kws1-admin}
              kws2: {cloud: kws2, server-proxy: "socks5://127.0.0.1:15109"}
              kws3: {cloud: kws3, server-proxy: "socks5://127.0.0.1:15209"}
            """;

    private Testbed() {}

    /** Returns its nodes; fails if one is not there. */
    public static Kws connect() {
        return connect(Kws.builder());
    }

    /** Returns its nodes; fails if one is not there. */
    public static Kws connect(Kws.Builder builder) {
        String clouds = System.getProperty("kws.testbed", "/var/tmp/kws-testbed/openstack/clouds.yaml");
        try {
            Path file = Files.createTempFile("kws-testbed", ".yaml");
            Files.writeString(file, CONFIG.formatted(clouds));
            return builder.config(KwsConfig.load(file)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
