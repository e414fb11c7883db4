package io.kws.sdk.servers;

import io.kws.sdk.secrets.Secret;

/** How the renter gets into a server. Immutable. */
public sealed interface Login {
    /** {@return a keypair made for the server; its private half is handed back once, by {@link ServerRental#access}} */
    static Login newKeypair() {
        return new NewKeypair();
    }

    /**
     * Returns a keypair that the node has already.
     *
     * @param name its name
     * @return the login
     */
    static Login keypair(String name) {
        return new OwnKeypair(name);
    }

    /**
     * Returns a password for the image's own default user. cloud-init sets it; only its salted hash (SHA-512 crypt)
     * leaves this program. A cloud-init of the renter's that would undo it is refused.
     *
     * @param password the password
     * @return the login
     */
    static Login password(Secret password) {
        return new Password(password);
    }

    /** A keypair made for the server. */
    record NewKeypair() implements Login {}

    /**
     * A keypair that the node has already.
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
