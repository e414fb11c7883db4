package io.kws.sdk.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of all scenarios, as a table, as Markdown and as JSON. Not thread-safe. */
public final class Report {
    private static final List<String> HEAD = List.of("", "what", "ours", "beside", "ratio", "aim", "");

    private final List<Result> results = new ArrayList<>();

    private record Result(String name, String title, List<Row> rows) {}

    /** Makes an empty one. */
    Report() {}

    void add(String name, String title, List<Row> rows) {
        results.add(new Result(name, title, rows));
    }

    /** Returns whether each scenario has a result. */
    boolean isWhole() {
        return results.stream().noneMatch(result -> result.rows().isEmpty());
    }

    /** Returns a table for terminals. */
    String toText() {
        List<List<String>> lines = lines();
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder written = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                written.append(pad(line.get(column), width(lines, column))).append("  ");
            }
            text.append(written.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream()
                .mapToInt(line -> column < line.size() && line.size() > 2
                        ? line.get(column).length()
                        : 0)
                .max()
                .orElse(0);
    }

    /** Returns a table for a README. */
    String toMarkdown() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines()) {
            List<String> cells = new ArrayList<>(line);
            while (cells.size() < HEAD.size()) {
                cells.add("");
            }
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
            if (line.equals(HEAD)) {
                text.append("|").append(" --- |".repeat(HEAD.size())).append('\n');
            }
        }
        return text.toString();
    }

    /** A line for each peer; what belongs to the row stands in the first of them. */
    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        for (Result result : results) {
            lines.add(List.of(result.name(), result.title()));
            result.rows().forEach(row -> lines.addAll(lines(row)));
        }
        return lines;
    }

    private static List<List<String>> lines(Row row) {
        String verdict = row.aim().isEmpty() ? "" : row.isMet() ? "met" : "MISSED";
        String ours = row.unit().write(row.ours());
        if (row.peers().isEmpty()) {
            return List.of(List.of("", row.what(), ours, "", "", row.aim(), verdict));
        }
        List<List<String>> lines = new ArrayList<>();
        for (Row.Figure figure : row.peers()) {
            boolean isFirst = lines.isEmpty();
            lines.add(List.of(
                    "",
                    isFirst ? row.what() : "",
                    isFirst ? ours : "",
                    beside(row.unit(), figure),
                    ratio(row.ours(), figure.value()),
                    isFirst ? row.aim() : "",
                    isFirst ? verdict : ""));
        }
        return lines;
    }

    private static String beside(Unit unit, Row.Figure figure) {
        return figure.peer() + ": "
                + (Double.isNaN(figure.value()) ? "fails: " + figure.remark() : unit.write(figure.value()));
    }

    private static String ratio(double ours, double theirs) {
        return Double.isNaN(theirs) || theirs == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * ours / theirs);
    }

    /** Writes {@code benchmarks.md} and {@code benchmarks.json}. */
    void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("benchmarks.md"), toMarkdown());
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(folder.resolve("benchmarks.json").toFile(), json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> json() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("java", Runtime.version().toString());
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("scenarios", results);
        return all;
    }
}
