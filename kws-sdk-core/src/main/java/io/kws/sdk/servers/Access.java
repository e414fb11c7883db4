package io.kws.sdk.servers;

import io.kws.sdk.keypairs.PrivateKey;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells how to log in to a server. {@code toString} omits secrets. Immutable.
 *
 * @param host the address to connect to: a floating IP, else a fixed one that only the node's networks reach
 * @param user the user to log in as; empty if neither the spec nor the image names one
 * @param privateKey the only copy of the key created for the server; empty for other logins
 */
public record Access(String host, Optional<String> user, Optional<PrivateKey> privateKey) {

    /** {@return a command to log in, such as {@code ssh debian@172.24.4.17}} */
    public String sshCommand() {
        return "ssh " + user.map(name -> name + "@").orElse("") + host;
    }

    /**
     * Returns a command to log in with a key.
     *
     * @param keyFile the file with the private key
     * @return the command, such as {@code ssh -i web-1.key debian@172.24.4.17}; the path is quoted if a shell requires it
     */
    public String sshCommand(Path keyFile) {
        String path = keyFile.toString();
        String word = path.matches("[\\w./~+:@%,=-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
        return "ssh -i " + word + sshCommand().substring("ssh".length());
    }

    /** {@return the command to log in, without the key} */
    @Override
    public String toString() {
        return sshCommand();
    }
}
