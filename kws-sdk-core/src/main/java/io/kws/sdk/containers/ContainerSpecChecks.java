package io.kws.sdk.containers;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.rentals.RentalLimits;
import java.util.regex.Pattern;

/** The limits of a {@link ContainerSpec} that can be checked without a cloud. */
final class ContainerSpecChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{1,254}");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:@-]{1,254}");
    private static final Pattern VARIABLE = Pattern.compile("[^=\\x00]+");
    private static final int MAX_LABEL = 255;
    private static final int MAX_PORTS = 100;

    private ContainerSpecChecks() {}

    static void check(ContainerSpec spec) {
        require(
                NAME.matcher(spec.name()).matches(),
                "the name \"%s\" is not allowed: 2 to 255 letters, digits, underscores, hyphens and dots, a letter or digit first",
                spec.name());
        require(
                IMAGE.matcher(spec.image()).matches(),
                "the image \"%s\" is not allowed: 2 to 255 letters, digits and _ . / : @ -, a letter or digit first",
                spec.image());
        require(spec.cpus() >= 0 && Double.isFinite(spec.cpus()), "a share of %s virtual CPUs cannot be", spec.cpus());
        require(spec.memoryMib() >= 0, "a memory of %s MiB cannot be", spec.memoryMib());
        require(
                !spec.readyWithin().isNegative() && !spec.readyWithin().isZero(),
                "the time allowed, %s, is not positive",
                DurationText.words(spec.readyWithin()));
        long ports = spec.exposedPorts().stream()
                .mapToLong(range -> range.to() - range.from() + 1L)
                .sum();
        require(ports <= MAX_PORTS, "%s ports are to be exposed, but at most 100 can be", ports);
        spec.environment().forEach(ContainerSpecChecks::checkVariable);
        spec.labels().forEach(ContainerSpecChecks::checkLabel);
        RentalLimits.requireOwner(spec.owner());
        spec.term().ifPresent(RentalLimits::requireTerm);
    }

    /** The value may be a secret and is not shown. */
    private static void checkVariable(String name, String value) {
        require(VARIABLE.matcher(name).matches(), "\"%s\" cannot be the name of an environment variable", name);
        require(value.indexOf('\0') < 0, "the value of environment variable \"%s\" holds a zero byte", name);
    }

    private static void checkLabel(String key, String value) {
        require(!key.isBlank() && key.length() <= MAX_LABEL, "the label \"%s\" has not 1 to 255 characters", key);
        RentalLimits.requireFree(key);
        require(value.length() <= MAX_LABEL, "the value of label \"%s\" is longer than 255 characters", key);
    }

    private static void require(boolean holds, String message, Object value) {
        if (!holds) {
            throw new InvalidRequestException(message.formatted(value));
        }
    }
}
