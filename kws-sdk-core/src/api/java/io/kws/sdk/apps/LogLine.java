package io.kws.sdk.apps;

public record LogLine(String replica, java.time.Instant time, String text) {
}
