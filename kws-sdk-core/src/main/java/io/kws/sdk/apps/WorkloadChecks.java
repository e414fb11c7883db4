package io.kws.sdk.apps;

import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.rentals.RentalLimits;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the limits of workloads that can be checked without a cluster. */
final class WorkloadChecks {
    /** The name of a Service, the strictest of the names made from it. */
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DNS_NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,511}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,252}");
    private static final Pattern PATH = Pattern.compile("/[!-~]{0,1023}");
    private static final Pattern KEY = Pattern.compile("(?:(?=[^/]{1,253}/)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
            + "(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
    private static final String DNS_NAME_LIMIT = "a DNS name of a-z, 0-9, hyphens and dots";

    private WorkloadChecks() {}

    static void check(WorkloadSpec spec) {
        Require.matches(
                "name",
                NAME,
                "1 to 63 of a-z, 0-9 and hyphens, starting with a letter, not ending with a hyphen",
                spec.name());
        checkImage(spec.image());
        checkVariables(spec.environment().keySet(), spec.secrets().keySet());
        spec.host().ifPresent(host -> Require.matches("host", DNS_NAME, DNS_NAME_LIMIT, host));
        spec.tlsSecret().ifPresent(name -> Require.matches("TLS secret", DNS_NAME, DNS_NAME_LIMIT, name));
        spec.imagePullSecret().ifPresent(name -> Require.matches("image pull secret", DNS_NAME, DNS_NAME_LIMIT, name));
        spec.namespace()
                .ifPresent(name -> Require.matches(
                        "namespace", DNS_LABEL, "1 to 63 of a-z, 0-9 and hyphens, no hyphen first or last", name));
        checkKeys("an annotation", spec.annotations());
        RentalLimits.require(spec);
    }

    static void checkImage(String image) {
        Require.matches("image", IMAGE, "a name of letters, digits and . _ : / @ -, such as nginx:1.27", image);
    }

    static void checkPath(String field, String path) {
        Require.matches(field, PATH, "a path beginning with a slash, of ASCII characters without spaces", path);
    }

    static void checkVariables(Set<String> clear, Set<String> secret) {
        clear.forEach(WorkloadChecks::checkVariable);
        secret.forEach(WorkloadChecks::checkVariable);
        clear.forEach(name ->
                Require.that(!secret.contains(name), "variable \"%s\" is set in both environment and secrets", name));
    }

    private static void checkVariable(String name) {
        Require.matches("name of a variable", VARIABLE, "letters, digits and _ . -, not starting with a digit", name);
    }

    static void checkKeys(String what, Map<String, String> pairs) {
        pairs.keySet().forEach(key -> {
            Require.matches("key of " + what, KEY, "like team or example.org/team", key);
            RentalLimits.requireFree(key);
        });
    }
}
