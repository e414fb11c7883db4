package io.kws.sdk.ides;

public record Workspace(String claim, int sizeGib, java.time.Instant created) {
}
