package io.kws.sdk.servers;

public record Access(String host, java.util.Optional<String> user, java.util.Optional<io.kws.sdk.keypairs.PrivateKey> privateKey) {
    public String sshCommand() { throw null; }
    public String sshCommand(java.nio.file.Path keyFile) { throw null; }
}
