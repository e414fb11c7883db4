package io.kws.sdk.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.02S, 20 ms",
        "PT0.0005S, less than 1 ms",
        "PT2.5S, 2500 ms",
        "PT29.998S, 29 s",
        "PT90S, 90 s",
        "PT5M, 5 min",
        "PT36H, 36 h",
        "P1D, 1 day",
        "P7D, 7 days",
        "PT-0.5S, -500 ms",
        "PT-1M, -1 min",
        "P-1D, -1 day",
        "PT2562047788015215H30M7S, 9223372036854775807 s"
    })
    void words_anyDuration_areTheGreatestWholeUnit(Duration duration, String words) {
        assertThat(DurationText.words(duration)).isEqualTo(words);
    }
}
