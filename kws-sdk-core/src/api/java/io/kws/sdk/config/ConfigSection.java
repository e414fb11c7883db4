package io.kws.sdk.config;

public final class ConfigSection {
    ConfigSection() {}
    public String place() { throw null; }
    public boolean isTrue(String key) { throw null; }
    public io.kws.sdk.errors.ConfigurationException wrong(String key, String reason) { throw null; }
    public java.util.Optional<Integer> number(String key) { throw null; }
    public java.util.Optional<String> text(String key) { throw null; }
    public java.util.Optional<ConfigSection> section(String key) { throw null; }
    public java.util.Optional<java.time.Duration> duration(String key) { throw null; }
    public java.util.Set<String> keys() { throw null; }
    public static ConfigSection of(String name, java.util.Map<String, ?> values) { throw null; }
    public void allowOnly(java.util.Collection<String> known) { throw null; }
}
