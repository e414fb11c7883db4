package io.kws.sdk.servers;

import io.kws.sdk.errors.InvalidRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Parses a cloud-config. Errors give the position, never the content, which may be secret; hence they have no cause.
 */
final class CloudInitYaml {
    private static final int LARGEST = 16 * 1024 * 1024;

    private CloudInitYaml() {}

    /**
     * Returns the top-level keys and values, without checking that cloud-init supports the keys.
     *
     * @param content the cloud-config with its first line
     * @param where the part, for messages; empty if there is only one
     */
    static Map<String, Object> parse(byte[] content, String where) {
        Object document = load(text(content, where), where);
        if (document == null) {
            return Map.of();
        }
        if (document instanceof Map<?, ?> map) {
            Map<String, Object> keyed = new LinkedHashMap<>();
            map.forEach((key, value) -> keyed.put(String.valueOf(key), value == null ? "" : value));
            return keyed;
        }
        throw wrong(where, "must be a mapping (\"key: value\" lines) below its first line");
    }

    private static Object load(String text, String where) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(LARGEST);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (DuplicateKeyException e) {
            throw wrong(where, "gives a key twice" + place(e.getProblemMark()));
        } catch (MarkedYAMLException e) {
            throw wrong(where, "is not valid YAML" + place(e.getProblemMark()));
        } catch (YAMLException e) {
            throw wrong(where, "is not valid YAML: it holds a character or a size YAML forbids");
        }
    }

    private static String text(byte[] content, String where) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong(where, "is not UTF-8 text");
        }
    }

    private static InvalidRequestException wrong(String where, String why) {
        return new InvalidRequestException("the cloud-config" + where + " " + why);
    }

    private static String place(Mark mark) {
        return mark == null ? "" : " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }
}
