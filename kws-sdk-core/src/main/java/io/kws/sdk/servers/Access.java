package io.kws.sdk.servers;

import io.kws.sdk.keypairs.PrivateKey;
import java.util.Optional;

/**
 * How to get into a server. Prints no secret. Immutable.
 *
 * @param host the address to connect to: a floating IP, else a fixed one that only the node's networks reach
 * @param user the user to log in as; empty if neither the spec nor the image tells
 * @param privateKey the key that was made for the server, its only copy; empty for other logins
 */
public record Access(String host, String user, Optional<PrivateKey> privateKey) {

    /** {@return a command to enter the server, such as {@code ssh -i KEY_FILE debian@172.24.4.17}} */
    public String sshCommand() {
        String key = privateKey.isPresent() ? "-i KEY_FILE " : "";
        return "ssh " + key + (user.isEmpty() ? "" : user + "@") + host;
    }
}
