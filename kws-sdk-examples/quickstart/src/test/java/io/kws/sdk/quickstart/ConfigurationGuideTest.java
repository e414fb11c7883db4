package io.kws.sdk.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.config.KwsConfig;
import io.kws.sdk.errors.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compares the tables of keys in the guide with the keys that the reader of kws.yaml accepts. */
class ConfigurationGuideTest {
    private static final String UNKNOWN = "is not a known key";
    private static final String NONSENSE = "qqqqqqqqqqqqqqqqqqqq";
    private static final Pattern SECTION = Pattern.compile("### (?:`(.*)`|The file itself)");
    private static final Pattern KEY = Pattern.compile("\\| `([^`]+)` \\|.*");
    private static final Pattern KNOWN = Pattern.compile(UNKNOWN + "; there are: (.*?)(?: and (\\d+) more)?$");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> tables_nameEveryKeyOfEachSection() {
        return tables().entrySet().stream()
                .map(table -> DynamicTest.dynamicTest(
                        table.getKey().isEmpty() ? "the file itself" : table.getKey(),
                        () -> assertThatKeysAreKnownAndAll(table.getKey(), table.getValue())));
    }

    private void assertThatKeysAreKnownAndAll(String section, List<String> keys) throws IOException {
        List<String> plain =
                keys.stream().filter(key -> !key.contains("*")).distinct().toList();

        assertThat(plain).allSatisfy(key -> assertThat(refusal(section, key)).doesNotContain(UNKNOWN));
        Matcher known = KNOWN.matcher(refusal(section, NONSENSE));
        assertThat(known.find()).isTrue();
        assertThat(plain).hasSize(count(known)).contains(known.group(1).split(", "));
    }

    private static int count(Matcher known) {
        int more = known.group(2) == null ? 0 : Integer.parseInt(known.group(2));
        return known.group(1).split(", ").length + more;
    }

    /** What the reader says to a file with one key in a section. */
    private String refusal(String section, String key) throws IOException {
        StringBuilder text = new StringBuilder();
        String indent = "";
        for (String level :
                section.isEmpty() ? new String[0] : section.replace("*", "n").split("\\.")) {
            text.append(indent).append(level).append(":\n");
            indent += "  ";
            text.append(
                    level.equals("kubernetes") && section.endsWith("owner-limits")
                            ? indent + "in-cluster: true\n"
                            : "");
        }
        text.append(indent).append(key).append(": 1\n");
        if (!section.startsWith("nodes") && !key.equals("nodes")) {
            text.append("nodes: {n: {openstack: {auth-url: 'http://127.0.0.1', application-credential-id: a, "
                    + "application-credential-secret: b}}}\n");
        }
        Path file = Files.writeString(folder.resolve("kws.yaml"), text);
        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, () -> KwsConfig.load(file));
        return refused == null ? "" : refused.getMessage();
    }

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line :
                Document.read("javadoc/guide/nodes.md").text().lines().toList()) {
            Matcher section = SECTION.matcher(line);
            Matcher key = KEY.matcher(line);
            if (section.matches()) {
                current = new ArrayList<>();
                tables.put(section.group(1) == null ? "" : section.group(1), current);
            } else if (key.matches()) {
                current.add(key.group(1));
            }
        }
        return tables;
    }
}
