package io.kws.sdk.sandbox.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What listens in every server: SSH on port 22, which only says its name, and a page on port 80. Safe for
 * use by many threads.
 */
public final class GuestPorts {
    private static final String SSH = "SSH-2.0-OpenSSH_9.2p1 sandbox\r\n";
    private static final int HTTP = 80;

    private final Map<Integer, String> greetings = new ConcurrentHashMap<>(Map.of(22, SSH, HTTP, ""));

    /**
     * Lets something listen in every server.
     *
     * @param port its port
     * @param greeting what it says to whoever connects
     */
    public void open(int port, String greeting) {
        greetings.put(port, greeting);
    }

    /**
     * Lets nothing listen on a port any more.
     *
     * @param port the port
     */
    public void close(int port) {
        greetings.remove(port);
    }

    /**
     * Tells whether something listens.
     *
     * @param port the port
     * @return whether something does
     */
    public boolean listensOn(int port) {
        return greetings.containsKey(port);
    }

    void serve(String server, int port, InputStream in, OutputStream out) throws IOException {
        String greeting = greetings.getOrDefault(port, "");
        if (port == HTTP && greeting.isEmpty()) {
            readHead(in);
            out.write(page(server).getBytes(UTF_8));
        } else {
            out.write(greeting.getBytes(UTF_8));
            out.flush();
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            if (next != '\r') {
                newlines = next == '\n' ? newlines + 1 : 0;
            }
        }
    }

    private static String page(String server) {
        String body = "<html><body><h1>" + server + "</h1></body></html>\n";
        return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\nConnection: close\r\n\r\n" + body;
    }
}
