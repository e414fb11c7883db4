package io.kws.sdk.sandbox.web;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 on a port of 127.0.0.1, over TLS or not. An answer with the status 101 has the connection to itself, so that it can
 * be a web socket's frames. Thread-safe; to be closed.
 */
public final class WebListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebListener.class);
    private static final int BACKLOG = 200;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private final Executor threads;
    private final HttpHandler handler;

    private WebListener(ServerSocketFactory sockets, int port, Executor threads, HttpHandler handler)
            throws IOException {
        this.server = sockets.createServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        this.threads = threads;
        this.handler = handler;
        threads.execute(this::accept);
    }

    /**
     * Starts to listen, over TLS by the certificate of this JVM.
     *
     * @param port the port, 0 for a free one
     * @param threads one of them serves each connection
     * @param handler carries out requests
     * @return the listener
     * @throws IOException if the port is taken
     */
    public static WebListener secure(int port, Executor threads, HttpHandler handler) throws IOException {
        ServerSocketFactory sockets = Identity.ofThisJvm().context().getServerSocketFactory();
        return new WebListener(sockets, port, threads, handler);
    }

    /**
     * Starts to listen, without TLS.
     *
     * @param port the port, 0 for a free one
     * @param threads one of them serves each connection
     * @param handler carries out requests
     * @return the listener
     * @throws IOException if the port is taken
     */
    public static WebListener plain(int port, Executor threads, HttpHandler handler) throws IOException {
        return new WebListener(ServerSocketFactory.getDefault(), port, threads, handler);
    }

    /** {@return where it listens} */
    public InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                LOG.debug("Not accepted: {}", e.toString());
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            WebConnection connection = new WebConnection(socket, threads);
            while (connection.serve(handler)) {
                // one request after another
            }
        } catch (IOException | RejectedExecutionException e) {
            LOG.debug("A connection broke: {}", e.toString());
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debug("Not closed in order: {}", e.toString());
        }
    }
}
