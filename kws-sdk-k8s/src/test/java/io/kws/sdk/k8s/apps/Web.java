package io.kws.sdk.k8s.apps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks URLs of apps on this machine, whose names not every resolver knows. */
final class Web {
    private Web() {}

    /** Returns the answer, headers and all. */
    static String get(URI url) {
        String request = "GET %s HTTP/1.0\r\nHost: %s\r\n\r\n".formatted(url.getPath(), url.getHost());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
