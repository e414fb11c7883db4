package io.kws.sdk.keypairs;

/**
 * A keypair just made, with its private half. Immutable.
 *
 * @param keypair what Nova keeps
 * @param privateKey the only copy of the private half
 */
public record NewKeypair(Keypair keypair, PrivateKey privateKey) {
    /** {@return the keypair, without the private key} */
    @Override
    public String toString() {
        return keypair.toString();
    }
}
