package io.kws.sdk.sandbox.nova;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** As much of DER as a private key needs. */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int SEQUENCE = 0x30;

    private Der() {}

    static byte[] sequence(BigInteger... numbers) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (BigInteger number : numbers) {
            content.writeBytes(element(INTEGER, number.toByteArray()));
        }
        return element(SEQUENCE, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
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
}
