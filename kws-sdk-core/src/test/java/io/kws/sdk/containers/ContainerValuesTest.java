package io.kws.sdk.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.values.ContainerValue;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerValuesTest {
    private static ContainerValue.Builder container() {
        return ContainerValue.builder().node("kws1").id("1").name("web-1").status(ContainerStatus.STOPPED);
    }

    @ParameterizedTest
    @CsvSource({"Exited(0) 3 mins ago, 0", "Exited(137) 1 seconds ago, 137", "Exited(1) 2 days ago (error), 1"})
    void exitCode_stopped_isRead(String detail, int code) {
        assertThat(container().detail(detail).build().exitCode()).hasValue(code);
    }

    @Test
    void exitCode_notToldOrNotStopped_isEmpty() {
        assertThat(container().build().exitCode()).isEmpty();
        assertThat(container().detail("Up 3 mins").build().exitCode()).isEmpty();
        assertThat(container()
                        .status(ContainerStatus.RUNNING)
                        .detail("Exited(0) 3 mins ago")
                        .build()
                        .exitCode())
                .isEmpty();
    }

    @Test
    void rental_ofItsLabels_isReadBack() {
        Rental rental = new Rental(
                new RentalId("k3vq7m2xw5ab"), "alice", Instant.parse("2026-11-21T08:00:00Z"), Optional.empty());

        assertThat(container().labels(RentalTags.of(rental)).build().rental()).contains(rental);
        assertThat(container().labels(Map.of("course", "web")).build().rental()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Running, RUNNING",
        "Creating, CREATING",
        "Dead, DEAD",
        "running, RUNNING",
        "Sleeping, UNKNOWN",
        "'', UNKNOWN"
    })
    void status_ofZunsWord_isFound(String word, ContainerStatus status) {
        assertThat(ContainerStatus.of(word)).isEqualTo(status);
    }
}
