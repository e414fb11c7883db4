package io.kws.sdk.sandbox.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The server's side of a web socket (RFC 6455): what it says, from beginning to end. For one thread. */
public final class Frames {
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final int NORMAL = 1000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Begins with nothing said. */
    public Frames() {}

    /**
     * Answers the key that a client opens a web socket with.
     *
     * @param key the value of {@code Sec-WebSocket-Key}
     * @return the value of {@code Sec-WebSocket-Accept}
     */
    public static String accept(String key) {
        try {
            byte[] whole = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(whole));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-1", e);
        }
    }

    /**
     * Says something on a channel, as Kubernetes divides a web socket.
     *
     * @param channel the channel's number
     * @param text what is said
     * @return this
     */
    public Frames say(int channel, String text) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(channel);
        message.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return frame(BINARY, message.toByteArray());
    }

    /**
     * Says something.
     *
     * @param text what is said
     * @return this
     */
    public Frames say(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return all frames; the web socket stays open} */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** {@return all frames, with one at the end that closes the web socket} */
    public byte[] close() {
        frame(CLOSE, ByteBuffer.allocate(2).putShort((short) NORMAL).array());
        return bytes.toByteArray();
    }

    private Frames frame(int kind, byte[] content) {
        bytes.write(kind);
        if (content.length < 126) {
            bytes.write(content.length);
        } else if (content.length < 1 << 16) {
            bytes.write(126);
            bytes.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) content.length).array());
        } else {
            bytes.write(127);
            bytes.writeBytes(ByteBuffer.allocate(8).putLong(content.length).array());
        }
        bytes.writeBytes(content);
        return this;
    }
}
