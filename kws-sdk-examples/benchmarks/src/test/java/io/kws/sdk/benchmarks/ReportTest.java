package io.kws.sdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private final Report report = new Report();

    @Test
    void toMarkdown_peersAndAim_ratiosAndVerdictsStandThere() {
        report.add(
                "S1",
                "rent",
                List.of(
                        Row.of("time", Unit.SECONDS, 1)
                                .beside("slow", 4)
                                .besideFailed("broken", "no memory")
                                .aim("<= 50 %", true),
                        Row.of("size", Unit.COUNT, 1234).aim("<= 1,000", false)));

        assertThat(report.toMarkdown()).isEqualTo("""
                |  | what | ours | beside | ratio | aim |  |
                | --- | --- | --- | --- | --- | --- | --- |
                | S1 | rent |  |  |  |  |  |
                |  | time | 1.00 s | slow: 4.00 s | 25 % | <= 50 % | met |
                |  |  |  | broken: fails: no memory |  |  |  |
                |  | size | 1,234 |  |  | <= 1,000 | MISSED |
                """);
    }

    @Test
    void writeTo_folderIsNotThere_bothFilesAre(@TempDir Path folder) throws Exception {
        report.add("S1", "rent", List.of(Row.of("time", Unit.SECONDS, 1)));

        report.writeTo(folder.resolve("new"));

        assertThat(Files.readString(folder.resolve("new/benchmarks.json"))).contains("\"ours\" : 1.0");
        assertThat(folder.resolve("new/benchmarks.md")).exists();
    }

    @Test
    void median_evenNumber_isBetweenTheTwoInTheMiddle() {
        Samples samples = new Samples();
        List.of(4.0, 1.0, 100.0, 2.0).forEach(value -> samples.add("a", value));

        assertThat(samples.median("a")).isEqualTo(3);
        assertThat(samples.median("b")).isNaN();
    }
}
