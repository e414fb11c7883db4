package io.kws.sdk.apps;

/**
 * The result of a command run in an app. Immutable.
 *
 * @param exitCode its exit code; 0 for success
 * @param out its standard output
 * @param err its standard error
 */
public record ExecResult(int exitCode, String out, String err) {}
