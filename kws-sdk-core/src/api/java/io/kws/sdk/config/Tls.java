package io.kws.sdk.config;

public abstract class Tls {
    Tls() {}
    public abstract java.util.Optional<java.nio.file.Path> authorities();
    public abstract java.util.Optional<java.nio.file.Path> clientCertificate();
    public abstract java.util.Optional<java.nio.file.Path> clientKey();
    public boolean isVerified() { throw null; }
    public Tls withClientCertificate(java.nio.file.Path certificate, java.nio.file.Path key) { throw null; }
    public static Tls standard() { throw null; }
    public static Tls trusting(java.nio.file.Path authorities) { throw null; }
    public static Tls unverified() { throw null; }
}
