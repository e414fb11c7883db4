package io.kws.sdk.sandbox.web;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** As much of DER as keys and certificates need. */
public final class Der {
    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OCTETS = 0x04;
    private static final int OBJECT = 0x06;
    private static final int UTF8 = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    private Der() {}

    /**
     * Writes a sequence.
     *
     * @param elements its elements, each DER already
     * @return the sequence
     */
    public static byte[] sequence(byte[]... elements) {
        return element(SEQUENCE, join(elements));
    }

    /**
     * Writes a number.
     *
     * @param number the number
     * @return the element
     */
    public static byte[] integer(BigInteger number) {
        return element(INTEGER, number.toByteArray());
    }

    static byte[] set(byte[] element) {
        return element(SET, element);
    }

    /** Writes whole bytes as bits. */
    static byte[] bits(byte[] bytes) {
        return element(BITS, join(new byte[] {0}, bytes));
    }

    static byte[] octets(byte[] bytes) {
        return element(OCTETS, bytes);
    }

    /** Writes an object identifier, of which the first two numbers are given as the one byte that stands for them. */
    static byte[] object(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return element(OBJECT, content);
    }

    static byte[] text(String text) {
        return element(UTF8, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] utcTime(String time) {
        return element(UTC_TIME, time.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        byte[] length = BigInteger.valueOf(content.length).toByteArray();
        if (content.length < 128) {
            element.write(content.length);
        } else {
            int skip = length[0] == 0 ? 1 : 0;
            element.write(0x80 | (length.length - skip));
            element.write(length, skip, length.length - skip);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
