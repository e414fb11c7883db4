package io.kws.sdk.operations;

public record Progress(int done, int total, String step, String detail, boolean finished) {
}
