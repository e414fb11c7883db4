package io.kws.sdk.servers;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.rentals.RentalLimits;
import java.util.regex.Pattern;

/** Checks the limits of a {@link ServerSpec} that can be checked without a cloud. */
final class ServerSpecChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern METADATA_KEY = Pattern.compile("[A-Za-z0-9_:. -]{1,255}");
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}");
    private static final int LONGEST_VALUE = 255;

    private ServerSpecChecks() {}

    static void check(ServerSpec spec) {
        Require.matches(
                "server name",
                NAME,
                "1 to 63 letters, digits, hyphens and dots, starting and ending with a letter or digit",
                spec.name());
        Require.filled("image", spec.image());
        Require.filled("flavor", spec.flavor());
        spec.network().ifPresent(network -> Require.filled("network", network));
        spec.externalNetwork().ifPresent(network -> Require.filled("external network", network));
        spec.availabilityZone().ifPresent(zone -> Require.filled("availability zone", zone));
        spec.bootVolumeGib().ifPresent(gib -> Require.atLeast("boot volume size", 1, "GiB", gib));
        spec.user().ifPresent(user -> Require.matches("user", USER, "the name of a Linux user", user));
        RentalLimits.require(spec);
        requireOpened(spec);
        spec.metadata().forEach(ServerSpecChecks::checkMetadata);
        if (spec.login() instanceof Login.Password login) {
            Require.that(!login.password().reveal().isEmpty(), "password must not be empty");
        }
        if (spec.login() instanceof Login.OwnKeypair login) {
            Require.filled("keypair name", login.name());
        }
    }

    /** Rejects waiting for a port that nothing opens, which would time out. */
    private static void requireOpened(ServerSpec spec) {
        int port = spec.readyWhen() instanceof Readiness.TcpPort tcp ? tcp.port() : 22;
        boolean waits = spec.readyWhen() instanceof Readiness.TcpPort || spec.readyWhen() instanceof Readiness.Ssh;
        boolean opened = spec.reachableOn().stream()
                .anyMatch(range -> range.protocol() == Port.Protocol.TCP && range.from() <= port && port <= range.to());
        Require.that(
                !waits || opened || !spec.securityGroups().isEmpty(),
                "readyWhen waits for port %d, which nothing opens; add it to reachableOn, or name a security group that opens it",
                port);
    }

    private static void checkMetadata(String key, String value) {
        Require.matches("metadata key", METADATA_KEY, "1 to 255 letters, digits, spaces and _ : . -", key);
        RentalLimits.requireFree(key);
        Require.atMost("value of metadata key \"" + key + "\"", LONGEST_VALUE, value);
    }
}
