package io.kws.sdk.apps;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The limits of an {@link AppSpec} and an {@link AppChange} that can be checked without a cluster. */
final class AppChecks {
    /** A Service's name, the strictest of those made of it. */
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DNS_NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,511}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,252}");
    private static final Pattern PATH = Pattern.compile("/[!-~]{0,1023}");
    private static final Pattern LABEL_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
    private static final String RESERVED = "kws.";
    private static final Duration LONGEST_TERM = Duration.ofDays(36_525);
    private static final int MAX_NAME = 253;
    private static final int MAX_OWNER = 255;

    private AppChecks() {}

    static void check(AppSpec spec) {
        require(
                NAME.matcher(spec.name()).matches(),
                "the name \"%s\" is not allowed: 1 to 63 of a-z, 0-9 and hyphens, a letter first and no hyphen last",
                spec.name());
        checkImage(spec.image());
        require(spec.port() >= 1 && spec.port() <= 65535, "port %s: a port is 1 to 65535", spec.port());
        require(spec.replicas() >= 1, "%s replicas cannot be deployed; it must be at least 1", spec.replicas());
        require(
                spec.storage().isEmpty() || spec.replicas() == 1,
                "%s replicas cannot share the storage; an app with storage has one",
                spec.replicas());
        checkSizes(spec);
        checkVariables(spec.environment().keySet(), spec.secrets().keySet());
        checkHealthPath(spec.healthPath());
        checkPlace(spec);
        checkKeys(spec.labels());
        spec.labels()
                .forEach((key, value) -> require(
                        value.isEmpty() || LABEL_NAME.matcher(value).matches(),
                        "the value \"%s\" of a label is not allowed: up to 63 letters, digits, dots, underscores and hyphens",
                        value));
        checkKeys(spec.annotations());
        checkRental(spec);
    }

    static void check(AppChange change) {
        change.image().ifPresent(AppChecks::checkImage);
        change.healthPath().ifPresent(AppChecks::checkHealthPath);
        change.replicas()
                .ifPresent(replicas ->
                        require(replicas >= 1, "%s replicas cannot be deployed; it must be at least 1", replicas));
        checkVariables(change.environment().keySet(), change.secrets().keySet());
        checkSize("CPU request", change.cpuRequestMillis());
        checkSize("CPU limit", change.cpuLimitMillis());
        checkSize("memory request", change.memoryRequestMib());
        checkSize("memory limit", change.memoryLimitMib());
        require(
                isPositive(change.readyWithin()),
                "the time allowed, %s, is not positive",
                DurationText.words(change.readyWithin()));
    }

    static void checkPath(String what, String path) {
        require(
                PATH.matcher(path).matches(),
                "the " + what + ", \"%s\", is not one: a slash first, and no spaces or signs beyond ASCII",
                path);
    }

    private static void checkHealthPath(String path) {
        if (!path.isEmpty()) {
            checkPath("health path", path);
        }
    }

    private static void checkImage(String image) {
        require(
                IMAGE.matcher(image).matches(),
                "the image \"%s\" is not one: letters, digits and . _ : / @ -, such as nginx:1.27",
                image);
    }

    private static void checkSizes(AppSpec spec) {
        checkSize("CPU request", OptionalInt.of(spec.cpuRequestMillis()));
        checkSize("CPU limit", OptionalInt.of(spec.cpuLimitMillis()));
        checkSize("memory request", OptionalInt.of(spec.memoryRequestMib()));
        checkSize("memory limit", OptionalInt.of(spec.memoryLimitMib()));
        requireRoom("CPU", spec.cpuRequestMillis(), spec.cpuLimitMillis());
        requireRoom("memory", spec.memoryRequestMib(), spec.memoryLimitMib());
    }

    private static void checkSize(String what, OptionalInt size) {
        size.ifPresent(amount -> require(amount >= 0, "the " + what + " %s is negative", amount));
    }

    private static void requireRoom(String what, int request, int limit) {
        require(limit == 0 || request <= limit, "the " + what + " limit %s is below what is requested", limit);
    }

    private static void checkVariables(Set<String> open, Set<String> secret) {
        checkNames(open);
        checkNames(secret);
        open.forEach(name ->
                require(!secret.contains(name), "the variable \"%s\" stands in environment and in secrets", name));
    }

    private static void checkNames(Collection<String> variables) {
        variables.forEach(name -> require(
                VARIABLE.matcher(name).matches(),
                "the variable \"%s\" is not allowed: letters, digits and _ . -, no digit first",
                name));
    }

    private static void checkPlace(AppSpec spec) {
        requireDnsName("host", spec.host());
        requireDnsName("TLS secret", spec.tlsSecret());
        requireDnsName("image pull secret", spec.imagePullSecret());
        require(
                spec.namespace().isEmpty()
                        || DNS_LABEL.matcher(spec.namespace()).matches(),
                "the namespace \"%s\" is not allowed: 1 to 63 of a-z, 0-9 and hyphens, no hyphen first or last",
                spec.namespace());
        boolean isClosed = spec.exposure() == Exposure.CLUSTER;
        require(
                !isClosed || spec.host().isEmpty(),
                "host \"%s\" is of no use to an app for the cluster only",
                spec.host());
        require(
                !isClosed || spec.readyWhen() instanceof AppReadiness.Available,
                "an app for the cluster only has no URL to wait for%s",
                "");
    }

    private static void requireDnsName(String what, String name) {
        require(
                name.isEmpty()
                        || (name.length() <= MAX_NAME && DNS_NAME.matcher(name).matches()),
                "the " + what + " \"%s\" is not allowed: labels of a-z, 0-9 and hyphens with dots between them",
                name);
    }

    private static void checkKeys(Map<String, String> pairs) {
        pairs.keySet().forEach(key -> {
            int slash = key.indexOf('/');
            String prefix = slash < 0 ? "x" : key.substring(0, slash);
            require(
                    DNS_NAME.matcher(prefix).matches()
                            && prefix.length() <= MAX_NAME
                            && LABEL_NAME.matcher(key.substring(slash + 1)).matches(),
                    "the key \"%s\" of a label or annotation is not allowed; such as team or example.org/team",
                    key);
            require(!key.startsWith(RESERVED), "the key \"%s\" of a label or annotation is the SDK's own", key);
        });
    }

    private static void checkRental(AppSpec spec) {
        require(spec.owner().length() <= MAX_OWNER, "the owner is longer than %s characters", MAX_OWNER);
        require(
                isPositive(spec.readyWithin()),
                "the time allowed, %s, is not positive",
                DurationText.words(spec.readyWithin()));
        spec.term()
                .ifPresent(term -> require(
                        isPositive(term) && term.compareTo(LONGEST_TERM) <= 0,
                        "the term %s is not positive, or longer than a hundred years",
                        DurationText.words(term)));
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
