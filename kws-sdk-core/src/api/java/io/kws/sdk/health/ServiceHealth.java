package io.kws.sdk.health;

public record ServiceHealth(String service, String problem) {
    public boolean isUp() { throw null; }
}
