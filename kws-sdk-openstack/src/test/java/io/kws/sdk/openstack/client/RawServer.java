package io.kws.sdk.openstack.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that does with each connection what a test says: no HTTP library would break the rules as servers do. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<Future<String>> received = new LinkedBlockingQueue<>();

    /** What is done with one connection; gives what was received. */
    interface Conversation {
        String talk(Socket client) throws IOException;
    }

    RawServer(Conversation conversation) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> accept(conversation));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Waits for the end of the next connection; returns what was received. */
    String received() throws Exception {
        return received.take().get();
    }

    private void accept(Conversation conversation) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                received.add(threads.submit(() -> {
                    try (client) {
                        return conversation.talk(client);
                    }
                }));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    /** Reads to the end of the head of a request. */
    static String head(Socket client) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = client.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads whatever comes until the client closes. */
    static String rest(Socket client) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            client.getInputStream().transferTo(all);
        } catch (IOException e) {
            all.write("<reset>".getBytes(StandardCharsets.ISO_8859_1));
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
