package io.kws.sdk.sandbox.guest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A SOCKS 5 proxy into a node: CONNECT to IPv4 addresses, no authentication. Thread-safe.
 */
public final class SocksProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocksProxy.class);
    private static final int VERSION = 5;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int GRANTED = 0;
    private static final int HOST_UNREACHABLE = 4;
    private static final int CONNECTION_REFUSED = 5;
    private static final int UNKNOWN_COMMAND = 7;
    private static final int UNKNOWN_ADDRESS = 8;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Executor threads;
    private final Reachability network;
    private final GuestPorts guests;

    /**
     * Starts the proxy on a free port of 127.0.0.1.
     *
     * @param threads runs one task for each connection, and one more
     * @param network where connections come to
     * @param guests what listens there
     * @throws IOException if there is no free port
     */
    public SocksProxy(Executor threads, Reachability network, GuestPorts guests) throws IOException {
        this.threads = threads;
        this.network = network;
        this.guests = guests;
        threads.execute(this::accept);
    }

    /** {@return where the proxy listens} */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> converse(socket));
            } catch (IOException e) {
                LOG.debug("No more connections to the SOCKS proxy", e);
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            if (greet(in, out)) {
                connect(in, out);
            }
        } catch (IOException e) {
            LOG.debug("A connection through the SOCKS proxy ended", e);
        } finally {
            open.remove(socket);
        }
    }

    private static boolean greet(DataInputStream in, OutputStream out) throws IOException {
        if (in.read() != VERSION) {
            return false;
        }
        in.readNBytes(in.readUnsignedByte());
        out.write(new byte[] {VERSION, 0});
        return true;
    }

    private void connect(DataInputStream in, OutputStream out) throws IOException {
        in.readUnsignedByte();
        int command = in.readUnsignedByte();
        in.readUnsignedByte();
        Optional<String> address = address(in);
        int port = in.readUnsignedShort();
        if (command != CONNECT) {
            reply(out, UNKNOWN_COMMAND);
        } else if (address.isEmpty()) {
            reply(out, UNKNOWN_ADDRESS);
        } else {
            connect(network.connect(address.get(), port), port, in, out);
        }
    }

    private void connect(Landing landing, int port, DataInputStream in, OutputStream out) throws IOException {
        switch (landing.kind()) {
            case REFUSED -> reply(out, CONNECTION_REFUSED);
            case UNREACHABLE -> reply(out, HOST_UNREACHABLE);
            case OPEN -> {
                reply(out, GRANTED);
                guests.serve(landing.server(), port, in, out);
            }
        }
    }

    /** Reads an IPv4 address, also when it is written out as a name. */
    private static Optional<String> address(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        if (type == IPV4) {
            return Optional.of(InetAddress.getByAddress(in.readNBytes(4)).getHostAddress());
        }
        String name = type == NAME
                ? new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII)
                : new String(in.readNBytes(16), StandardCharsets.US_ASCII);
        return Optional.of(name).filter(text -> text.matches("\\d{1,3}(\\.\\d{1,3}){3}"));
    }

    private static void reply(OutputStream out, int code) throws IOException {
        out.write(new byte[] {VERSION, (byte) code, 0, IPV4, 0, 0, 0, 0, 0, 0});
        out.flush();
    }

    /** Stops the proxy and cuts its connections. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debug("The SOCKS proxy did not close well", e);
        }
    }
}
