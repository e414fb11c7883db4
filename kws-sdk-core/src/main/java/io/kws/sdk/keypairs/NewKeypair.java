package io.kws.sdk.keypairs;

/**
 * A newly created keypair with its private key. Immutable.
 *
 * @param keypair the keypair as stored in Nova
 * @param privateKey the only copy of the private key
 */
public record NewKeypair(Keypair keypair, PrivateKey privateKey) {
    /** {@return the keypair, without the private key} */
    @Override
    public String toString() {
        return keypair.toString();
    }
}
