package io.kws.sdk.openstack.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "a b", " a ", "100%", "%41", "Zoë 홍길동 😀", "tab\tline\nend", "~!@#$^&*()_+"})
    void encode_anyText_isAsciiAndReadBack(String text) {
        String encoded = HeaderText.encode("it", text);

        assertThat(encoded).matches("[\\x21-\\x7e]?([\\x20-\\x7e]*[\\x21-\\x7e])?");
        assertThat(HeaderText.decode(encoded)).isEqualTo(text);
    }

    @Test
    void decode_otherClientsOwnWay_isRead() {
        String raw = new String("Zoë".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(HeaderText.decode(raw)).isEqualTo("Zoë");
        assertThat(HeaderText.decode("50% off")).isEqualTo("50% off");
        assertThat(HeaderText.decode("%FF")).isEqualTo("%FF");
    }

    @Test
    void encode_longerThanSwiftKeeps_isRefused() {
        assertThat(HeaderText.encode("it", "x".repeat(256))).hasSize(256);
        assertThatThrownBy(() -> HeaderText.encode("the owner", "x".repeat(257)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the owner must be at most 256 bytes, was 257;"
                        + " each byte of a character outside of ASCII counts as three");
    }
}
