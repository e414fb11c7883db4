package io.kws.sdk.ides;

import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.errors.InvalidRequestException;
import java.util.Set;

/** The limits of an {@link IdeSpec} that can be checked without a cluster: those of an app with storage, and its own. */
final class IdeChecks {
    private static final int PORT = 8080;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final Set<String> OWN_VARIABLES = Set.of("PASSWORD", "HASHED_PASSWORD");

    private IdeChecks() {}

    static void check(IdeSpec spec) {
        AppSpec.Options app = AppSpec.builder()
                .name(spec.name())
                .image(spec.image())
                .port(PORT)
                .environment(spec.environment())
                .secrets(spec.secrets())
                .storage(new Storage(spec.workspacePath(), spec.workspaceGib(), spec.workspaceClass()))
                .cpuRequestMillis(spec.cpuRequestMillis())
                .cpuLimitMillis(spec.cpuLimitMillis())
                .memoryRequestMib(spec.memoryRequestMib())
                .memoryLimitMib(spec.memoryLimitMib())
                .host(spec.host())
                .tlsSecret(spec.tlsSecret())
                .imagePullSecret(spec.imagePullSecret())
                .annotations(spec.annotations())
                .namespace(spec.namespace())
                .owner(spec.owner())
                .readyWithin(spec.readyWithin());
        spec.term().ifPresent(app::term);
        var unused = app.build();
        checkPassword(spec.password().reveal());
        spec.environment().keySet().forEach(IdeChecks::checkVariable);
        spec.secrets().keySet().forEach(IdeChecks::checkVariable);
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
