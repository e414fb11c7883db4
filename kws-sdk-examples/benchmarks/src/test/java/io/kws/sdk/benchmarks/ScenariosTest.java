package io.kws.sdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.benchmarks.scenarios.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each scenario at its least size. Counts are exact; times are never judged here. */
class ScenariosTest {
    @TempDir
    Path folder = Path.of("");

    private List<Row> run(String name) {
        Scenario scenario = Objects.requireNonNull(Scenarios.all().get(name));
        try (Lab lab = new Lab(Sizes.LEAST, Optional.empty(), folder.resolve("log"))) {
            List<Row> rows = scenario.run(lab);
            assertThat(rows).isNotEmpty().allSatisfy(ScenariosTest::isWhole);
            return rows;
        }
    }

    private static void isWhole(Row row) {
        assertThat(row.ours()).isNotNaN();
        assertThat(row.peers()).allMatch(peer -> !Double.isNaN(peer.value()));
    }

    private static Row row(List<Row> rows, String beginning) {
        return rows.stream()
                .filter(row -> row.what().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static double peer(Row row, Peer peer) {
        return peer(row, peer.title());
    }

    private static double peer(Row row, String peer) {
        return row.peers().stream()
                .filter(figure -> figure.peer().equals(peer))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void s1_oneRent_takesNoMoreRequestsThanOpenstack4j() {
        Row requests = row(run("S1"), "requests");

        assertThat(requests.ours()).isPositive().isLessThan(peer(requests, Peer.NAIVE));
    }

    @Test
    void s2_tokensDie_oneLoginForEach() {
        Row logins = row(run("S2"), "logins");

        assertThat(logins.ours()).isEqualTo(5);
        assertThat(peer(logins, Peer.NAIVE)).isEqualTo(Sizes.LEAST.calls());
    }

    @Test
    void s3_manyCalls_connectionsAreKept() {
        assertThat(row(run("S3"), "connections").ours()).isLessThan(Sizes.LEAST.calls());
    }

    @Test
    void s6_fifthIsOver_fewerRequestsThanRentals() {
        Row requests = row(run("S6"), "requests");

        assertThat(requests.ours()).isPositive();
        assertThat(peer(requests, "openstack4j, sequential")).isPositive();
    }

    @Test
    void s11_rentsAtOnce_noneFailsAndNothingIsLeft() {
        List<Row> rows = run("S11");

        assertThat(row(rows, "failures").ours()).isZero();
        assertThat(row(rows, "servers").ours()).isEqualTo(Sizes.LEAST.rents());
    }

    @Test
    void s12_classPath_isSmallerThanThatOfTheTwoClients() {
        assertThat(row(run("S12"), "files"))
                .satisfies(files -> assertThat(files.ours()).isLessThan(peer(files, Peer.BOTH)));
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(
            named = "kws.bench",
            matches = "true",
            disabledReason = "only times, which takes minutes; run it with -Dkws.bench=true")
    @ValueSource(strings = {"S4", "S5", "S7", "S8", "S9", "S10"})
    void run_leastSize_givesAllFigures(String name) {
        assertThat(run(name)).isNotEmpty();
    }
}
