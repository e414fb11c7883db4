package io.kws.sdk.k8s.ides;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks URLs of IDEs on this machine, whose names not every resolver knows. */
final class Browser {
    private static final int PATIENCE_MILLIS = 20_000;

    private Browser() {}

    /** Returns the answer to a request without a body, headers and all. */
    static String get(URI url, String headers) {
        return ask(url, "GET", headers, "");
    }

    /** Logs in; returns the answer, headers and all. */
    static String logIn(URI url, String password) {
        String body = "password=" + password;
        return ask(url.resolve("/login"), "POST", "Content-Length: " + body.length() + "\r\n", body);
    }

    private static String ask(URI url, String method, String headers, String body) {
        try (Socket socket = send(url, method, headers + "Connection: close\r\n", body);
                InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a WebSocket, and returns the answer with the first message. */
    static String webSocket(URI url, String cookie) {
        String headers = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + cookie;
        try (Socket socket = send(url, "GET", headers, "");
                InputStream in = socket.getInputStream()) {
            StringBuilder answer = new StringBuilder();
            while (!answer.toString().endsWith("hello")) {
                int next = in.read();
                if (next < 0) {
                    return answer.toString();
                }
                answer.append((char) next);
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket send(URI url, String method, String headers, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        String request = "%s %s HTTP/1.1\r\nHost: %s:%d\r\n%s\r\n%s"
                .formatted(method, url.getPath(), url.getHost(), url.getPort(), headers, body);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
