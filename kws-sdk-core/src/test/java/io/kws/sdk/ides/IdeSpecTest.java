package io.kws.sdk.ides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.apps.PodResources;
import io.kws.sdk.driver.values.IdeValue;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdeSpecTest {
    private static IdeSpec.Options lab() {
        return IdeSpec.builder().name("lab");
    }

    @Test
    void build_ofTheLeast_hasTheDocumentedDefaults() {
        IdeSpec spec = lab().build();

        assertThat(spec.image()).isEqualTo(IdeSpec.DEFAULT_IMAGE);
        assertThat(spec.workspaceGib()).isEqualTo(5);
        assertThat(spec.workspacePath()).isEqualTo("/home/coder");
        assertThat(spec.resources().cpuRequestMillis()).hasValue(250);
        assertThat(spec.resources().memoryRequestMib()).hasValue(512);
        assertThat(spec.readyWithin()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void build_noPassword_makesOneOnceAndPrintsNone() {
        IdeSpec spec = lab().build();
        String password = spec.password().reveal();

        assertThat(password)
                .matches("[a-zA-Z2-9]{24}")
                .isEqualTo(spec.password().reveal());
        assertThat(lab().build().password().reveal()).isNotEqualTo(password);
        assertThat(spec.toString()).doesNotContain(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lab", "1lab", "lab-", "la_b", "lab\n"})
    void build_nameThatIsNone_isInvalid(String name) {
        assertThatThrownBy(() -> IdeSpec.builder().name(name).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("name");
    }

    static Stream<Arguments> wrongOptions() {
        return Stream.<Map.Entry<String, UnaryOperator<IdeSpec.Options>>>of(
                        Map.entry("image", spec -> spec.image("not an image")),
                        Map.entry("password", spec -> spec.password(Secret.of("short"))),
                        Map.entry("password", spec -> spec.password(Secret.of("two lines\nof it"))),
                        Map.entry("PASSWORD", spec -> spec.environment(Map.of("PASSWORD", "hunter22"))),
                        Map.entry("HASHED_PASSWORD", spec -> spec.secrets(Map.of("HASHED_PASSWORD", Secret.of("x")))),
                        Map.entry("workspace size must be at least 1 GiB, was 0", spec -> spec.workspaceGib(0)),
                        Map.entry("storage path", spec -> spec.workspacePath("home")),
                        Map.entry(
                                "CPU request",
                                spec -> spec.resources(PodResources.builder()
                                        .cpuRequestMillis(-1)
                                        .build())),
                        Map.entry(
                                "memory limit",
                                spec -> spec.resources(PodResources.builder()
                                        .memoryLimitMib(64)
                                        .build())),
                        Map.entry("host", spec -> spec.host("Example.org")),
                        Map.entry("term", spec -> spec.term(Duration.ZERO)),
                        Map.entry("time limit", spec -> spec.readyWithin(Duration.ZERO)),
                        Map.entry("kws.", spec -> spec.annotations(Map.of("kws.rental", "x"))))
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongOptions")
    void build_valueOutOfItsLimits_saysWhich(String word, UnaryOperator<IdeSpec.Options> wrong) {
        assertThatThrownBy(() -> wrong.apply(lab()).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(word);
    }

    @Test
    void toString_rental_holdsNoPassword() {
        Ide ide = IdeValue.builder()
                .node("k1")
                .namespace("labs")
                .name("lab")
                .status(IdeStatus.OPEN)
                .annotations(Map.of())
                .build();
        Rental rental = new Rental(RentalId.random(), "alice", Instant.EPOCH, Optional.empty());

        IdeRental rented = new IdeRental(
                ide, rental, new IdeAccess(URI.create("http://lab.localhost"), Secret.of("hunter22")), Receipt.empty());

        assertThat(rented.toString()).contains("lab.localhost").doesNotContain("hunter22");
        assertThat(ide.id()).isEqualTo("labs/lab");
        assertThat(ide.rental()).isEmpty();
    }
}
