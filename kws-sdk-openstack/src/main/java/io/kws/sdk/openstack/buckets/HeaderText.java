package io.kws.sdk.openstack.buckets;

import io.kws.sdk.errors.InvalidRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Encodes any text as a header value: the percent sign and characters outside of ASCII are percent-encoded. Also decodes
 * values of other clients that write plain UTF-8.
 */
final class HeaderText {
    private static final int MAX_BYTES = 256;

    private HeaderText() {}

    static String encode(String field, String text) {
        StringBuilder encoded = new StringBuilder();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            boolean atEdge = i == 0 || i == bytes.length - 1;
            boolean plain = bytes[i] > ' ' && bytes[i] < 0x7f && bytes[i] != '%';
            if (plain || (bytes[i] == ' ' && !atEdge)) {
                encoded.append((char) bytes[i]);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(bytes[i]));
            }
        }
        if (encoded.length() > MAX_BYTES) {
            throw new InvalidRequestException(
                    "%s must be at most %d bytes, was %d; each byte of a character outside of ASCII counts as three"
                            .formatted(field, MAX_BYTES, encoded.length()));
        }
        return encoded.toString();
    }

    static String decode(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && value.substring(i + 1).matches("(?s)[0-9a-fA-F]{2}.*")) {
                decoded.put((byte) HexFormat.fromHexDigits(value, i + 1, i + 3));
                i += 2;
            } else {
                decoded.put(bytes[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            return value; // another client's encoding
        }
    }
}
