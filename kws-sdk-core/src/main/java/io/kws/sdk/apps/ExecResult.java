package io.kws.sdk.apps;

/**
 * The result of a command run in an app. Immutable.
 *
 * @param exitCode its exit code; 0 for success
 * @param out its standard output
 * @param err its standard error
 */
public record ExecResult(int exitCode, String out, String err) {
    /** {@return one line: the exit code, and how much was written} */
    @Override
    public String toString() {
        return "exit code %d, %d characters of output, %d of errors".formatted(exitCode, out.length(), err.length());
    }
}
