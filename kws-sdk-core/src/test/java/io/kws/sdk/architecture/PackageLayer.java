package io.kws.sdk.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The layer of a package, told by the first words of its Javadoc. */
enum PackageLayer {
    API("API"),
    DRIVERS("For drivers"),
    INTERNAL("Internal");

    private static final Pattern DOC = Pattern.compile("\\A/\\*\\*[\\s*]*(\\S.*?)\\*/", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    /** Those of this module, of core if this is another module, and the fixtures. */
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("../kws-sdk-core/src/main/java"), Path.of("src/test/java"));

    private static final Map<String, PackageLayer> BY_PACKAGE = read();

    private final String words;

    PackageLayer(String words) {
        this.words = words;
    }

    /** Returns the layer of a package; empty if its Javadoc does not tell. */
    static Optional<PackageLayer> of(String packageName) {
        return Optional.ofNullable(BY_PACKAGE.get(packageName));
    }

    private static Map<String, PackageLayer> read() {
        Map<String, PackageLayer> layers = new TreeMap<>();
        SOURCES.stream().filter(Files::isDirectory).forEach(root -> {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.endsWith("package-info.java")).forEach(file -> add(file, layers));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return layers;
    }

    private static void add(Path packageInfo, Map<String, PackageLayer> layers) {
        try {
            String source = Files.readString(packageInfo);
            Matcher doc = DOC.matcher(source);
            Matcher name = NAME.matcher(source);
            if (doc.find() && name.find()) {
                Arrays.stream(values())
                        .filter(layer -> doc.group(1).matches("(?s)" + layer.words + "[.:] .*"))
                        .forEach(layer -> layers.put(name.group(1), layer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
