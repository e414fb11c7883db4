package io.kws.sdk.health;

public interface ServiceHealth {
    String service();
    default boolean isUp() { throw null; }
    java.util.Optional<String> problem();
}
