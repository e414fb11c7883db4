package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a YAML or JSON file as maps, lists and texts. Scalars stay as written, so that the password 0123 does not become
 * the number 83. Errors tell the place and never the content, which may be a secret; hence they have no cause either.
 */
final class YamlFile {
    private static final int LARGEST = 16 * 1024 * 1024;

    private YamlFile() {}

    static Map<String, Object> read(Path file) {
        Object content = parse(text(file), file);
        if (content == null) {
            return Map.of();
        }
        if (content instanceof Map<?, ?> map) {
            return keyed(map);
        }
        throw new ConfigurationException(file + " does not hold a mapping (\"key: value\" lines)");
    }

    /** The map with its keys as texts; a key without a value has an empty one. */
    static Map<String, Object> keyed(Map<?, ?> map) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        map.forEach((key, value) -> keyed.put(String.valueOf(key), value == null ? "" : value));
        return keyed;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(file + " does not exist", e);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "could not read " + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static Object parse(String text, Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(LARGEST);
        DumperOptions unused = new DumperOptions();
        Yaml yaml = new Yaml(
                new SafeConstructor(options), new Representer(unused), unused, options, new ScalarsAsWritten());
        try {
            return yaml.load(text);
        } catch (DuplicateKeyException e) {
            throw new ConfigurationException(file + " gives a key twice" + place(e.getProblemMark()));
        } catch (MarkedYAMLException e) {
            throw new ConfigurationException(file + " is not valid YAML" + place(e.getProblemMark()));
        } catch (YAMLException e) {
            throw new ConfigurationException(file + " is not valid YAML: it holds a character or a size YAML forbids");
        }
    }

    private static String place(Mark mark) {
        return mark == null ? "" : " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private static final class ScalarsAsWritten extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
