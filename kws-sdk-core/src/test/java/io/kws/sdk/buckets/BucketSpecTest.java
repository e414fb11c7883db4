package io.kws.sdk.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketSpecTest {
    @Test
    void named_onlyAName_hasTheDefaults() {
        BucketSpec spec = BucketSpec.named("photos-1");

        assertThat(spec.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(spec.owner()).isEmpty();
        assertThat(spec.term()).isEmpty();
        assertThat(spec.rentalId()).isNotEqualTo(BucketSpec.named("photos-1").rentalId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "---",
                "0123456789",
                "a-b-c",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg"
            })
    void name_withinTheRules_isTaken(String name) {
        assertThat(BucketSpec.named(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "Photos",
                "a_b",
                "a.b.c",
                "a/b/c",
                "foto café",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg"
            })
    void name_otherwise_isRefusedWithTheRule(String name) {
        assertThatThrownBy(() -> BucketSpec.named(name))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("bucket name must be 3 to 63 of a-z, 0-9 and hyphens, was \"" + name + "\"");
    }

    @Test
    void ownerAndTerm_outOfLimits_areRefused() {
        BucketSpec.Options spec = BucketSpec.builder().name("abc");

        assertThatThrownBy(() -> spec.owner("x".repeat(256)).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("owner must have 1 to 255 characters, was \"" + "x".repeat(100) + "…\" (256 characters)");
        assertThatThrownBy(() -> spec.owner("alice").term(Duration.ZERO).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("term must be positive and at most 100 years, was 0 s");
    }
}
