package io.kws.sdk.ides;

import io.kws.sdk.errors.InvalidRequestException;
import java.util.Set;

/** The limits of an {@link IdeSpec} that can be checked without a cluster: its own, and those of the app that it is. */
final class IdeChecks {
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final Set<String> OWN_VARIABLES = Set.of(CodeServer.PASSWORD, "HASHED_PASSWORD");

    private IdeChecks() {}

    static void check(IdeSpec spec) {
        checkPassword(spec.password().reveal());
        spec.environment().keySet().forEach(IdeChecks::checkVariable);
        spec.secrets().keySet().forEach(IdeChecks::checkVariable);
        var unused = spec.asApp();
    }

    /** Says nothing of the password itself. */
    private static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new InvalidRequestException(
                    "the password must have %d to %d characters".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequestException("the password holds a control character, such as an end of line");
        }
    }

    private static void checkVariable(String name) {
        if (OWN_VARIABLES.contains(name)) {
            throw new InvalidRequestException(
                    "the variable \"" + name + "\" is the IDE's own; set the spec's password");
        }
    }
}
