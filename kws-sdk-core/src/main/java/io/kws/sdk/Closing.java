package io.kws.sdk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes several things: a failure does not keep the others open. */
final class Closing {
    private Closing() {}

    /** Closes all, and throws the first failure, with the further ones suppressed in it. */
    static void all(List<Runnable> closes) {
        RuntimeException failure = close(closes);
        if (failure != null) {
            throw failure;
        }
    }

    /** Closes all because of a failure; what fails now is suppressed in it. */
    static void allAfter(Throwable failure, List<Runnable> closes) {
        RuntimeException further = close(closes);
        if (further != null) {
            failure.addSuppressed(further);
        }
    }

    private static @Nullable RuntimeException close(List<Runnable> closes) {
        RuntimeException first = null;
        for (Runnable close : closes) {
            try {
                close.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        return first;
    }
}
