package io.kws.sdk.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Port;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerSpecTest {
    private static ContainerSpec.Options web() {
        return ContainerSpec.builder().name("web-1").image("nginx:1.27");
    }

    private static void assertRefused(ContainerSpec.Options options, String message) {
        assertThatThrownBy(options::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(message);
    }

    @Test
    void build_requiredOnly_hasTheDefaults() {
        ContainerSpec spec = web().build();

        assertThat(spec.imageDriver()).isEqualTo(ImageDriver.DOCKER);
        assertThat(spec.command()).isEmpty();
        assertThat(spec.environment()).isEmpty();
        assertThat(spec.exposedPorts()).isEmpty();
        assertThat(spec.cpus()).isEmpty();
        assertThat(spec.memoryMib()).isEmpty();
        assertThat(spec.restartPolicy()).isEqualTo(RestartPolicy.never());
        assertThat(spec.network()).isEmpty();
        assertThat(spec.readyWithin()).isEqualTo(Duration.ofMinutes(5));
        assertThat(spec.owner()).isEmpty();
        assertThat(spec.labels()).isEmpty();
        assertThat(spec.term()).isEmpty();
    }

    @Test
    void build_allSet_hasThemAll() {
        RentalId rental = RentalId.random();
        ContainerSpec spec = web().imageDriver(ImageDriver.GLANCE)
                .command("sh", "-c", "echo $A")
                .environment(Map.of("A", "b=c"))
                .exposedPorts(Port.HTTP, new Port(Port.Protocol.UDP, 5000, 5098))
                .cpus(0.5)
                .memoryMib(128)
                .restartPolicy(RestartPolicy.onFailure(2))
                .network("lab")
                .readyWithin(Duration.ofMinutes(1))
                .owner("alice")
                .labels(Map.of("course", "web"))
                .term(Duration.ofDays(1))
                .rentalId(rental)
                .build();

        assertThat(spec.command()).containsExactly("sh", "-c", "echo $A");
        assertThat(spec.environment()).containsEntry("A", "b=c");
        assertThat(spec.exposedPorts()).hasSize(2);
        assertThat(spec.restartPolicy().maxRetries()).isEqualTo(2);
        assertThat(spec.rentalId()).isEqualTo(rental);
    }

    @Test
    void build_noRentalId_isRandom() {
        assertThat(web().build().rentalId()).isNotEqualTo(web().build().rentalId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "w", "-web", "web 1", "web/1", "wéb", "_web"})
    void build_badName_isRefused(String name) {
        assertRefused(
                ContainerSpec.builder().name(name).image("nginx"),
                "container name must be 2 to 255 letters, digits, underscores, hyphens and dots, starting with a letter or digit,"
                        + " was \"" + name + "\"");
    }

    @Test
    void build_longName_isRefusedFrom256On() {
        assertThat(ContainerSpec.builder()
                        .name("a".repeat(255))
                        .image("nginx")
                        .build()
                        .name())
                .hasSize(255);
        assertThatThrownBy(() -> ContainerSpec.builder()
                        .name("a".repeat(256))
                        .image("nginx")
                        .build())
                .isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "n", "nginx latest", "/nginx", "nginx;rm"})
    void build_badImage_isRefused(String image) {
        assertRefused(
                ContainerSpec.builder().name("web-1").image(image),
                "image must be 2 to 255 letters, digits and _ . / : @ -, starting with a letter or digit, was \""
                        + image + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx",
                "library/nginx:1.27-alpine",
                "localhost:5000/team/app_1:v2",
                "nginx@sha256:0d17b565c37bcbd895e9d92315a05c1c3c9a29f762b011a10c54a66cd53c9b31"
            })
    void build_imageOfARegistry_isAccepted(String image) {
        assertThat(ContainerSpec.builder().name("web-1").image(image).build().image())
                .isEqualTo(image);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void build_badCpus_isRefused(double cpus) {
        assertRefused(web().cpus(cpus), "CPUs must be more than 0, was " + cpus);
    }

    @Test
    void build_badNumbers_areRefused() {
        assertRefused(web().memoryMib(-1), "memory must be at least 1 MiB, was -1");
        assertRefused(web().readyWithin(Duration.ZERO), "time limit (readyWithin) must be positive, was 0 s");
        assertRefused(web().term(Duration.ofDays(-1)), "term must be positive and at most 100 years, was -1 day");
        assertRefused(
                web().exposedPorts(Port.HTTP, new Port(Port.Protocol.TCP, 1000, 1099)),
                "exposed ports must be at most 100, were 101");
    }

    @Test
    void build_badOwnerAndLabels_areRefused() {
        assertRefused(
                web().owner("a".repeat(256)),
                "owner must have 1 to 255 characters, was \"" + "a".repeat(100) + "…\" (256 characters)");
        assertRefused(
                web().labels(Map.of("kws.owner", "bob")),
                "key \"kws.owner\" is reserved: keys beginning with \"kws.\" belong to the SDK");
        assertRefused(web().labels(Map.of(" ", "x")), "label must have 1 to 255 characters, was \" \"");
        assertRefused(
                web().labels(Map.of("a", "x".repeat(256))),
                "value of label \"a\" must have at most 255 characters, has 256");
    }

    @Test
    void build_badVariables_areRefusedWithoutTheirValues() {
        assertRefused(
                web().environment(Map.of("", "secret")),
                "name of an environment variable must be a text without \"=\", was \"\"");
        assertRefused(
                web().environment(Map.of("A=B", "secret")),
                "name of an environment variable must be a text without \"=\", was \"A=B\"");
        assertRefused(
                web().environment(Map.of("A", "sec\0ret")),
                "value of environment variable \"A\" must not contain a zero byte");
    }

    @Test
    void toString_commandAndEnvironment_areNotInIt() {
        ContainerSpec spec = web().command(List.of("login", "--password=s3cret"))
                .environment(Map.of("TOKEN", "t0ken"))
                .build();

        assertThat(spec.toString())
                .contains("web-1", "nginx:1.27")
                .doesNotContain("s3cret")
                .doesNotContain("t0ken");
    }

    @Test
    void restartPolicy_badNumber_isRefused() {
        assertThatThrownBy(() -> RestartPolicy.onFailure(-1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("maxRetries must be at least 0, was -1");
        assertThatThrownBy(() -> new RestartPolicy(RestartPolicy.Kind.ALWAYS, 1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("maxRetries must be 0 unless the kind is ON_FAILURE, was 1 with ALWAYS");
    }
}
