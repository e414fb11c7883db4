package io.kws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.flavors.Flavors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final Threads threads = new Threads();
    private final Flavors flavors = Guard.before(Flavors.class, new NoFlavors(), threads);

    private static final class NoFlavors implements Flavors {
        @Override
        public List<Flavor> list() {
            return List.of();
        }

        @Override
        public Flavor get(String nameOrId) {
            throw new NotFoundException("no flavor " + nameOrId);
        }

        @Override
        public Optional<Flavor> find(String nameOrId) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "no flavors";
        }
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void call_nothingWrong_isPassedOn() {
        assertThat(flavors.list()).isEmpty();
        assertThat(flavors.find("m1.small")).isEmpty();
        assertThat(flavors).hasToString("no flavors");
    }

    @Test
    void call_serviceFails_isItsOwnError() {
        assertThatThrownBy(() -> flavors.get("m1.small"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("no flavor m1.small");
    }

    @Test
    @SuppressWarnings("NullAway")
    void call_argumentMissing_isNamed() {
        @Nullable String nothing = null;

        assertThatThrownBy(() -> flavors.get(nothing))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Flavors.get: nameOrId must not be null");
    }

    @Test
    void call_sdkIsClosed_saysSo() {
        threads.close();

        assertThatThrownBy(flavors::list).isInstanceOf(CancelledException.class).hasMessage("the SDK is closed");
    }
}
