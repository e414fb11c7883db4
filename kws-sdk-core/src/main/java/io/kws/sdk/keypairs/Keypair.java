package io.kws.sdk.keypairs;

/**
 * The public half of a key, kept by Nova under a name. Immutable.
 *
 * @param name the name; unique for a user
 * @param fingerprint Nova's fingerprint of it
 * @param publicKey in OpenSSH's one-line form
 */
public record Keypair(String name, String fingerprint, String publicKey) {}
