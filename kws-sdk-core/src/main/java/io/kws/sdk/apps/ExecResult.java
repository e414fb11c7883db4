package io.kws.sdk.apps;

/**
 * What a command in an app ended in. Immutable.
 *
 * @param exitCode its exit code; 0 for success
 * @param out what it wrote to its standard output
 * @param err what it wrote to its standard error
 */
public record ExecResult(int exitCode, String out, String err) {}
