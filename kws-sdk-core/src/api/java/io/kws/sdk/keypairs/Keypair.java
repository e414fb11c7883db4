package io.kws.sdk.keypairs;

public interface Keypair {
    String fingerprint();
    String name();
    String publicKey();
}
