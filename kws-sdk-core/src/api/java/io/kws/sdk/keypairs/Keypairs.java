package io.kws.sdk.keypairs;

public interface Keypairs {
    boolean delete(String name);
    Keypair create(String name, String publicKey);
    Keypair get(String name);
    NewKeypair create(String name);
    java.util.List<Keypair> list();
    java.util.Optional<Keypair> find(String name);
}
