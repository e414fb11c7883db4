package io.kws.sdk.servers;

import io.kws.sdk.keypairs.PrivateKey;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to get into a server. Prints no secret. Immutable.
 *
 * @param host the address to connect to: a floating IP, else a fixed one that only the node's networks reach
 * @param user the user to log in as; empty if neither the spec nor the image tells
 * @param privateKey the key that was made for the server, its only copy; empty for other logins
 */
public record Access(String host, String user, Optional<PrivateKey> privateKey) {

    /** {@return a command to enter the server, such as {@code ssh debian@172.24.4.17}} */
    public String sshCommand() {
        return "ssh " + (user.isEmpty() ? "" : user + "@") + host;
    }

    /**
     * Returns a command to enter the server with a key.
     *
     * @param keyFile where the private key was saved
     * @return the command, such as {@code ssh -i web-1.key debian@172.24.4.17}; a path that a shell would take apart is quoted
     */
    public String sshCommand(Path keyFile) {
        String path = keyFile.toString();
        String word = path.matches("[\\w./~+:@%,=-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
        return "ssh -i " + word + sshCommand().substring("ssh".length());
    }
}
