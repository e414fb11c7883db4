package io.kws.sdk.keypairs;

/** An SSH public key, stored in Nova under a name (Compute API 2.1, os-keypairs). Immutable. */
public interface Keypair {
    /** {@return the name; unique for a user} */
    String name();

    /** {@return the fingerprint of the public key, as Nova computes it} */
    String fingerprint();

    /** {@return the public key in OpenSSH's one-line form} */
    String publicKey();
}
