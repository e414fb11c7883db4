package io.kws.sdk.apps;

public record ExecResult(int exitCode, String out, String err) {
}
