package io.kws.sdk.keypairs;

import java.util.List;
import java.util.Optional;

/**
 * The Nova keypairs of a node's user (Compute API 2.1, os-keypairs). Each method blocks, makes at least one call and
 * throws a {@link io.kws.sdk.errors.KwsException} if a call fails. Thread-safe.
 */
public interface Keypairs {
    /** {@return all keypairs of the user, all pages} */
    List<Keypair> list();

    /**
     * Finds a keypair.
     *
     * @param name its name
     * @return the keypair, if there is one
     */
    Optional<Keypair> find(String name);

    /**
     * Returns a keypair.
     *
     * @param name its name
     * @return the keypair
     * @throws io.kws.sdk.errors.NotFoundException if it does not exist; the message suggests the closest name
     */
    Keypair get(String name);

    /**
     * Generates an Ed25519 key on this machine and uploads its public key to Nova.
     *
     * @param name 1 to 255 letters, digits, spaces and {@code @ . _ -}
     * @return the keypair, with the only copy of the private key
     * @throws io.kws.sdk.errors.ConflictException if the name is taken
     * @throws io.kws.sdk.errors.InvalidRequestException if the name is not allowed
     * @throws io.kws.sdk.errors.QuotaExceededException if the user's quota is exhausted
     */
    NewKeypair create(String name);

    /**
     * Uploads an existing public key to Nova.
     *
     * @param name 1 to 255 letters, digits, spaces and {@code @ . _ -}
     * @param publicKey in OpenSSH's one-line form
     * @return the keypair
     * @throws io.kws.sdk.errors.ConflictException if the name is taken
     * @throws io.kws.sdk.errors.InvalidRequestException if Nova rejects the name or the key
     * @throws io.kws.sdk.errors.QuotaExceededException if the user's quota is exhausted
     */
    Keypair create(String name, String publicKey);

    /**
     * Deletes a keypair; servers created with it keep their key.
     *
     * @param name its name
     * @return whether it existed
     */
    boolean delete(String name);
}
