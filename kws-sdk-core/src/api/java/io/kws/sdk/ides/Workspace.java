package io.kws.sdk.ides;

public interface Workspace {
    String claim();
    java.time.Instant created();
    java.util.OptionalInt sizeGib();
}
