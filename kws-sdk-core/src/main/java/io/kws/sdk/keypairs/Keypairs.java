package io.kws.sdk.keypairs;

import java.util.List;
import java.util.Optional;

/**
 * The keypairs of a node's user, as its Nova keeps them (Compute API 2.1, os-keypairs). Each method blocks, makes at
 * least one call and throws a {@link io.kws.sdk.errors.KwsException} if that fails. Safe for use by many threads.
 */
public interface Keypairs {
    /** {@return all keypairs of the user, all pages} */
    List<Keypair> list();

    /**
     * Returns a keypair, or nothing.
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
     * @throws io.kws.sdk.errors.NotFoundException if there is none; suggests the nearest name
     */
    Keypair get(String name);

    /**
     * Makes an Ed25519 key here and hands its public half to Nova.
     *
     * @param name 1 to 255 letters, digits, spaces and {@code @ . _ -}
     * @return the keypair, with the only copy of the private half
     * @throws io.kws.sdk.errors.ConflictException if the name is taken
     * @throws io.kws.sdk.errors.InvalidRequestException if the name is not allowed
     * @throws io.kws.sdk.errors.QuotaExceededException if the user may not have more
     */
    NewKeypair create(String name);

    /**
     * Hands an own public key to Nova.
     *
     * @param name 1 to 255 letters, digits, spaces and {@code @ . _ -}
     * @param publicKey in OpenSSH's one-line form
     * @return the keypair
     * @throws io.kws.sdk.errors.ConflictException if the name is taken
     * @throws io.kws.sdk.errors.InvalidRequestException if Nova does not take the name or the key
     * @throws io.kws.sdk.errors.QuotaExceededException if the user may not have more
     */
    Keypair create(String name, String publicKey);

    /**
     * Deletes a keypair; servers made with it keep their key.
     *
     * @param name its name
     * @return whether there was one
     */
    boolean delete(String name);
}
