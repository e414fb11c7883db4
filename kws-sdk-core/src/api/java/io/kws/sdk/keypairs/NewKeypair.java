package io.kws.sdk.keypairs;

public record NewKeypair(Keypair keypair, PrivateKey privateKey) {
}
