package io.kws.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.errors.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class EavesdropperTest {
    private final Eavesdropper eavesdropper = new Eavesdropper();

    @AfterEach
    void close() {
        eavesdropper.close();
    }

    private static void log(String text) {
        LoggerFactory.getLogger("io.kws.sdk.any").trace("it is {}", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:"})
    void secrets_markedAndLogged_areFoundPlainAndInBase64(String before) {
        byte[] text = (before + Eavesdropper.SECRET + "!").getBytes(StandardCharsets.UTF_8);

        log(before + Eavesdropper.SECRET);
        log(Base64.getEncoder().encodeToString(text));

        assertThat(eavesdropper.secrets()).hasSize(2);
        assertThat(eavesdropper.findings().isFine()).isFalse();
    }

    @Test
    void secrets_withoutMarkButTold_areFoundInErrors() {
        eavesdropper.listenFor(List.of("t0ken"));

        eavesdropper.hear(new NotFoundException("no such thing", new IllegalStateException("as t0ken says")));

        assertThat(eavesdropper.secrets()).hasSize(1);
    }

    @Test
    void secrets_none_areNotFound() {
        log("all is well");

        assertThat(eavesdropper.findings()).isEqualTo(new Findings(0, 0, 0, 0, 0, 1, 0));
    }
}
