package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Refusal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Names as they stand in paths and listings. */
final class Names {
    /** The order of listings: that of the UTF-8 bytes. */
    static final Comparator<String> ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private Names() {}

    /** Decodes a part of a path; a plus sign stands for itself. */
    static String decode(String encoded) {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            boolean escape = next == '%' && encoded.substring(i + 1).matches("(?s)[0-9a-fA-F]{2}.*");
            bytes.put((byte) (escape ? Integer.parseInt(encoded.substring(i + 1, i + 3), 16) : next));
            i += escape ? 2 : 0;
        }
        return valid(bytes.flip());
    }

    private static String valid(ByteBuffer bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            if (text.toString().indexOf('\0') < 0) {
                return text.toString();
            }
        } catch (CharacterCodingException e) {
            throw new Refusal(412, Pages.PLAIN, "Invalid UTF8 or contains NULL");
        }
        throw new Refusal(412, Pages.PLAIN, "Invalid UTF8 or contains NULL");
    }

    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
