package io.kws.sdk.containers;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.rentals.RentalLimits;
import java.util.regex.Pattern;

/** Checks the limits of a {@link ContainerSpec} that can be checked without a cloud. */
final class ContainerSpecChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{1,254}");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:@-]{1,254}");
    private static final Pattern VARIABLE = Pattern.compile("[^=\\x00]+");
    private static final int LONGEST_LABEL = 255;
    private static final int MOST_PORTS = 100;

    private ContainerSpecChecks() {}

    static void check(ContainerSpec spec) {
        Require.matches(
                "container name",
                NAME,
                "2 to 255 letters, digits, underscores, hyphens and dots, starting with a letter or digit",
                spec.name());
        Require.matches(
                "image",
                IMAGE,
                "2 to 255 letters, digits and _ . / : @ -, starting with a letter or digit",
                spec.image());
        spec.cpus()
                .ifPresent(cpus ->
                        Require.that(cpus > 0 && Double.isFinite(cpus), "CPUs must be more than 0, was %s", cpus));
        spec.memoryMib().ifPresent(mib -> Require.atLeast("memory", 1, "MiB", mib));
        spec.network().ifPresent(network -> Require.filled("network", network));
        requireFewPorts(spec);
        spec.environment().forEach(ContainerSpecChecks::checkVariable);
        spec.labels().forEach(ContainerSpecChecks::checkLabel);
        RentalLimits.require(spec);
    }

    private static void requireFewPorts(ContainerSpec spec) {
        long ports = spec.exposedPorts().stream()
                .mapToLong(range -> range.to() - range.from() + 1L)
                .sum();
        Require.that(ports <= MOST_PORTS, "exposed ports must be at most %d, were %d", MOST_PORTS, ports);
    }

    /** Does not show the value, which may be a secret. */
    private static void checkVariable(String name, String value) {
        Require.matches("name of an environment variable", VARIABLE, "a text without \"=\"", name);
        Require.that(
                value.indexOf('\0') < 0, "value of environment variable \"%s\" must not contain a zero byte", name);
    }

    private static void checkLabel(String key, String value) {
        Require.length("label", LONGEST_LABEL, key);
        RentalLimits.requireFree(key);
        Require.atMost("value of label \"" + key + "\"", LONGEST_LABEL, value);
    }
}
