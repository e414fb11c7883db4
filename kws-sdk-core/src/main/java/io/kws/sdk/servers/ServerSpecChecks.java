package io.kws.sdk.servers;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.rentals.RentalLimits;
import java.time.Duration;
import java.util.regex.Pattern;

/** The limits of a {@link ServerSpec} that can be checked without a cloud. */
final class ServerSpecChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern METADATA_KEY = Pattern.compile("[A-Za-z0-9_:. -]{1,255}");
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}");
    private static final int MAX_TEXT = 255;

    private ServerSpecChecks() {}

    static void check(ServerSpec spec) {
        require(
                NAME.matcher(spec.name()).matches(),
                "the name \"%s\" is not allowed: 1 to 63 letters, digits, hyphens and dots, a letter or digit first and last",
                spec.name());
        require(!spec.image().isBlank(), "the image is empty%s", "");
        require(!spec.flavor().isBlank(), "the flavor is empty%s", "");
        require(spec.bootVolumeGib() >= 0, "a boot volume of %s GiB cannot be", spec.bootVolumeGib());
        require(
                isPositive(spec.readyWithin()),
                "the time allowed, %s, is not positive",
                DurationText.words(spec.readyWithin()));
        RentalLimits.requireOwner(spec.owner());
        spec.term().ifPresent(RentalLimits::requireTerm);
        require(
                spec.user().isEmpty() || USER.matcher(spec.user()).matches(),
                "the user \"%s\" is not a Linux user's name",
                spec.user());
        requireOpened(spec);
        spec.metadata().forEach(ServerSpecChecks::checkMetadata);
        if (spec.login() instanceof Login.Password login) {
            require(!login.password().reveal().isEmpty(), "the password is empty%s", "");
        }
        if (spec.login() instanceof Login.OwnKeypair login) {
            require(!login.name().isBlank(), "the keypair's name is empty%s", "");
        }
    }

    /** A port that nobody opened would be waited for in vain. */
    private static void requireOpened(ServerSpec spec) {
        int port = spec.readyWhen() instanceof Readiness.TcpPort tcp ? tcp.port() : 22;
        boolean waits = spec.readyWhen() instanceof Readiness.TcpPort || spec.readyWhen() instanceof Readiness.Ssh;
        boolean opened = spec.reachableOn().stream()
                .anyMatch(range -> range.protocol() == Port.Protocol.TCP && range.from() <= port && port <= range.to());
        require(
                !waits || opened || !spec.securityGroups().isEmpty(),
                "port %s is to answer, but nothing opens it; add it to reachableOn, or name a security group that does",
                port);
    }

    private static void checkMetadata(String key, String value) {
        require(
                METADATA_KEY.matcher(key).matches(),
                "the metadata key \"%s\" is not allowed: 1 to 255 letters, digits, spaces and _ : . -",
                key);
        RentalLimits.requireFree(key);
        require(value.length() <= MAX_TEXT, "the value of metadata key \"%s\" is longer than 255 characters", key);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean holds, String message, Object value) {
        if (!holds) {
            throw new InvalidRequestException(message.formatted(value));
        }
    }
}
