package io.kws.sdk.ides;

import io.kws.sdk.apps.Storage;
import io.kws.sdk.internal.checks.Require;
import java.util.Set;

/** Checks the limits of an {@link IdeSpec} that an app does not have, as far as possible without a cluster. */
final class IdeChecks {
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final Set<String> RESERVED = Set.of("PASSWORD", "HASHED_PASSWORD");

    private IdeChecks() {}

    static void check(IdeSpec spec) {
        checkPassword(spec.password().reveal());
        spec.environment().keySet().forEach(IdeChecks::checkVariable);
        spec.secrets().keySet().forEach(IdeChecks::checkVariable);
        Require.atLeast("workspace size", 1, "GiB", spec.workspaceGib());
        var unused = new Storage(spec.workspacePath(), spec.workspaceGib(), spec.workspaceClass());
    }

    /** Does not show the password. */
    private static void checkPassword(String password) {
        Require.range("length of the password", SHORTEST_PASSWORD, LONGEST_PASSWORD, password.length());
        Require.that(
                password.chars().noneMatch(Character::isISOControl),
                "password must not contain control characters such as a line end");
    }

    private static void checkVariable(String name) {
        Require.that(
                !RESERVED.contains(name),
                "variable \"%s\" is reserved for the IDE; set the spec's password instead",
                name);
    }
}
