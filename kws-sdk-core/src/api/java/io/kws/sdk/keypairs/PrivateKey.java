package io.kws.sdk.keypairs;

public record PrivateKey(io.kws.sdk.secrets.Secret openSsh) {
    public java.nio.file.Path save(java.nio.file.Path file) { throw null; }
}
