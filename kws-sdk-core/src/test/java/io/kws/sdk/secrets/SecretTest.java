package io.kws.sdk.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void toString_anyText_isAsterisks() {
        assertThat(Secret.of("hunter22")).hasToString("********");
        assertThat(Secret.of("")).hasToString("********");
    }

    @Test
    void reveal_isTheText() {
        assertThat(Secret.of("hunter22").reveal()).isEqualTo("hunter22");
    }

    @Test
    void equals_sameText_is() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
    }
}
