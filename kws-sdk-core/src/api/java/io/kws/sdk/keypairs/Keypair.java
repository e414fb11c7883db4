package io.kws.sdk.keypairs;

public record Keypair(String name, String fingerprint, String publicKey) {
}
