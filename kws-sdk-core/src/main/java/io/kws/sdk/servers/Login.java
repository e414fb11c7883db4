package io.kws.sdk.servers;

import io.kws.sdk.secrets.Secret;

/** The way the renter logs in to a server. Immutable. */
public sealed interface Login {
    /** {@return a keypair created for the server; its private key is returned once, in {@link ServerRental#access}} */
    static Login newKeypair() {
        return new NewKeypair();
    }

    /**
     * Returns an existing keypair of the node.
     *
     * @param name its name
     * @return the login
     */
    static Login keypair(String name) {
        return new OwnKeypair(name);
    }

    /**
     * Returns a password for the image's default user. cloud-init sets it; only its salted hash (SHA-512 crypt) leaves
     * this program. A spec whose cloud-init would override it is rejected.
     *
     * @param password the password
     * @return the login
     */
    static Login password(Secret password) {
        return new Password(password);
    }

    /** A keypair created for the server. */
    record NewKeypair() implements Login {}

    /**
     * An existing keypair of the node.
     *
     * @param name its name
     */
    record OwnKeypair(String name) implements Login {}

    /**
     * A password for the default user.
     *
     * @param password the password
     */
    record Password(Secret password) implements Login {}
}
