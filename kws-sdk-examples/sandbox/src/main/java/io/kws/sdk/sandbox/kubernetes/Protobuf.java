package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kws.sdk.sandbox.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads objects in protobuf, as newer clients send those that they know (Kubernetes API Concepts, "Kubernetes Protobuf
 * encoding"). What the clients leave at nought they send all the same, so that is left out, except where nought is a
 * wish of its own.
 */
final class Protobuf {
    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final Set<String> MEANT = Set.of(
            "replicas",
            "revisionHistoryLimit",
            "progressDeadlineSeconds",
            "terminationGracePeriodSeconds",
            "gracePeriodSeconds",
            "automountServiceAccountToken",
            "enableServiceLinks",
            "controller",
            "blockOwnerDeletion");
    private static final Map<String, Map<Integer, Field>> MESSAGES = messages();
    private static final int LENGTH = 2;

    private final ByteBuffer bytes;

    private Protobuf(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * A field of a message.
     *
     * @param name its name in JSON
     * @param sort {@code *} for a list, {@code %} for a map, {@code +} for one whose fields are those of its message
     * @param type of its values
     */
    private record Field(String name, String sort, String type) {
        static Field of(String text) {
            String[] parts = text.split(":", -1);
            String type = parts[2].replaceFirst("^[*%+]", "");
            return new Field(parts[1], parts[2].substring(0, parts[2].length() - type.length()), type);
        }
    }

    private static Map<String, Map<Integer, Field>> messages() {
        try (InputStream in = Protobuf.class.getResourceAsStream("protobuf.txt")) {
            if (in == null) {
                throw new IllegalStateException("protobuf.txt is missing");
            }
            Map<String, Map<Integer, Field>> messages = new HashMap<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                List<String> words = List.of(line.strip().split(" ", -1));
                messages.put(
                        words.get(0),
                        words.stream()
                                .skip(1)
                                .collect(Collectors.toMap(
                                        word -> Integer.valueOf(word.substring(0, word.indexOf(':'))), Field::of)));
            });
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean is(byte[] body) {
        return body.length > MAGIC.length && Arrays.equals(Arrays.copyOf(body, MAGIC.length), MAGIC);
    }

    /** Reads an object with its kind. */
    static ObjectNode read(byte[] body) {
        try {
            Map<Integer, byte[]> envelope = new Protobuf(Arrays.copyOfRange(body, MAGIC.length, body.length)).parts();
            Map<Integer, byte[]> type = new Protobuf(envelope.getOrDefault(1, new byte[0])).parts();
            String kind = text(type.getOrDefault(2, new byte[0]));
            ObjectNode object = new Protobuf(envelope.getOrDefault(2, new byte[0])).message(kind);
            return object.put("apiVersion", text(type.getOrDefault(1, new byte[0])))
                    .put("kind", kind);
        } catch (BufferUnderflowException e) {
            throw ApiError.badRequest("the object provided is unrecognized: unexpected EOF");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private byte[] piece() {
        int length = (int) varint();
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] piece = new byte[length];
        bytes.get(piece);
        return piece;
    }

    /** Reads the fields that have a length, by their numbers. */
    private Map<Integer, byte[]> parts() {
        Map<Integer, byte[]> parts = new HashMap<>();
        while (bytes.hasRemaining()) {
            long key = varint();
            if ((key & 7) == LENGTH) {
                parts.put((int) (key >> 3), piece());
            } else {
                skip((int) (key & 7));
            }
        }
        return parts;
    }

    private void skip(int wire) {
        switch (wire) {
            case 0 -> varint();
            case 1 -> bytes.getLong();
            case LENGTH -> piece();
            default -> bytes.getInt();
        }
    }

    private ObjectNode message(String type) {
        ObjectNode object = Json.object();
        Map<Integer, Field> fields = MESSAGES.getOrDefault(type, Map.of());
        while (bytes.hasRemaining()) {
            long key = varint();
            Field field = fields.get((int) (key >> 3));
            if (field == null) {
                skip((int) (key & 7));
            } else if (field.sort().equals("%")) {
                entry(object.withObject("/" + field.name()), field);
            } else {
                value(field, (int) (key & 7)).ifPresent(value -> put(object, field, value));
            }
        }
        return object;
    }

    private static void put(ObjectNode object, Field field, JsonNode value) {
        switch (field.sort()) {
            case "*" -> object.withArray(field.name()).add(value);
            case "+" -> value.properties().forEach(inner -> object.set(inner.getKey(), inner.getValue()));
            default -> object.set(field.name(), value);
        }
    }

    private void entry(ObjectNode map, Field field) {
        Map<Integer, byte[]> entry = new Protobuf(piece()).parts();
        byte[] value = entry.getOrDefault(2, new byte[0]);
        map.set(text(entry.getOrDefault(1, new byte[0])), decoded(field.type(), value));
    }

    private Optional<JsonNode> value(Field field, int wire) {
        if (wire != LENGTH) {
            long number = varint();
            boolean isMeant = number != 0 || MEANT.contains(field.name());
            JsonNode value = field.type().equals("bool") ? BooleanNode.valueOf(number != 0) : LongNode.valueOf(number);
            return isMeant ? Optional.of(value) : Optional.empty();
        }
        byte[] content = piece();
        boolean isNothing = content.length == 0
                && !field.sort().equals("*")
                && Set.of("string", "bytes", "Quantity", "Time").contains(field.type());
        return isNothing ? Optional.empty() : Optional.of(decoded(field.type(), content));
    }

    private static JsonNode decoded(String type, byte[] content) {
        return switch (type) {
            case "string" -> TextNode.valueOf(text(content));
            case "bytes" -> TextNode.valueOf(Base64.getEncoder().encodeToString(content));
            case "Quantity" ->
                TextNode.valueOf(text(new Protobuf(content).parts().getOrDefault(1, new byte[0])));
            case "IntOrString" -> new Protobuf(content).intOrString();
            default -> new Protobuf(content).message(type);
        };
    }

    /** Field 1 says which of the two it is. */
    private JsonNode intOrString() {
        List<Long> numbers = new ArrayList<>(List.of(0L, 0L));
        String text = "";
        while (bytes.hasRemaining()) {
            long key = varint();
            if ((key & 7) == LENGTH) {
                text = text(piece());
            } else {
                numbers.set(key >> 3 == 1 ? 0 : 1, varint());
            }
        }
        return numbers.get(0) == 1
                ? TextNode.valueOf(text)
                : IntNode.valueOf(numbers.get(1).intValue());
    }
}
