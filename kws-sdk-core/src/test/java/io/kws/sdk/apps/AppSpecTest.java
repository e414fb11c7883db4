package io.kws.sdk.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppSpecTest {
    private static AppSpec.Options web() {
        return AppSpec.builder().name("web").image("nginx:1.27").port(80);
    }

    @Test
    void build_ofTheLeast_hasTheDocumentedDefaults() {
        AppSpec spec = web().build();

        assertThat(spec.replicas()).isEqualTo(1);
        assertThat(spec.resources().cpuRequestMillis()).hasValue(50);
        assertThat(spec.resources().memoryRequestMib()).hasValue(64);
        assertThat(spec.readyWhen()).isEqualTo(AppReadiness.available());
        assertThat(spec.readyWithin()).isEqualTo(Duration.ofMinutes(5));
        assertThat(spec.exposure()).isEqualTo(Exposure.AS_CONFIGURED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Web", "1web", "web-", "-web", "we_b", "we.b", "web\n"})
    void build_nameThatIsNone_isInvalid(String name) {
        assertThatThrownBy(() ->
                        AppSpec.builder().name(name).image("nginx").port(80).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("name");
    }

    static Stream<Arguments> wrongOptions() {
        return Stream.<Map.Entry<String, UnaryOperator<AppSpec.Options>>>of(
                        Map.entry("replicas", spec -> spec.replicas(0)),
                        Map.entry(
                                "CPU request",
                                spec -> spec.resources(PodResources.builder()
                                        .cpuRequestMillis(-1)
                                        .build())),
                        Map.entry(
                                "memory limit",
                                spec -> spec.resources(PodResources.builder()
                                        .memoryRequestMib(65)
                                        .memoryLimitMib(64)
                                        .build())),
                        Map.entry("storage", spec -> spec.replicas(2).storage(Storage.of("/data", 1))),
                        Map.entry("variable", spec -> spec.environment(Map.of("1A", "x"))),
                        Map.entry("variable", spec -> spec.secrets(Map.of("A=B", Secret.of("x")))),
                        Map.entry(
                                "secrets",
                                spec -> spec.environment(Map.of("A", "x")).secrets(Map.of("A", Secret.of("y")))),
                        Map.entry("health path", spec -> spec.healthPath("healthz")),
                        Map.entry("host", spec -> spec.host("Example.org")),
                        Map.entry("host", spec -> spec.host("a..b")),
                        Map.entry("cluster only", spec -> spec.host("a.b").exposure(Exposure.CLUSTER)),
                        Map.entry(
                                "cluster only",
                                spec -> spec.readyWhen(AppReadiness.url()).exposure(Exposure.CLUSTER)),
                        Map.entry("namespace", spec -> spec.namespace("a.b")),
                        Map.entry("TLS secret", spec -> spec.tlsSecret("a b")),
                        Map.entry("image pull secret", spec -> spec.imagePullSecret("A")),
                        Map.entry("key", spec -> spec.labels(Map.of("a b", "x"))),
                        Map.entry("reserved", spec -> spec.labels(Map.of("kws.rental", "x"))),
                        Map.entry("value", spec -> spec.labels(Map.of("a", "x y"))),
                        Map.entry("reserved", spec -> spec.annotations(Map.of("kws.end", "x"))),
                        Map.entry("owner", spec -> spec.owner("x".repeat(256))),
                        Map.entry("term", spec -> spec.term(Duration.ZERO)),
                        Map.entry("time limit", spec -> spec.readyWithin(Duration.ofSeconds(-1))))
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void build_wrongOption_isNamed(String named, UnaryOperator<AppSpec.Options> option) {
        assertThatThrownBy(() -> option.apply(web()).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(named);
    }

    @Test
    void build_wrongImageOrPort_isInvalid() {
        assertThatThrownBy(() ->
                        AppSpec.builder().name("web").image("a b").port(80).build())
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(
                        () -> AppSpec.builder().name("web").image("a").port(0).build())
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void toString_secrets_areHidden() {
        assertThat(web().secrets(Map.of("A", Secret.of("hunter22"))).build().toString())
                .doesNotContain("hunter22");
        assertThat(AppChange.builder()
                        .secrets(Map.of("A", Secret.of("hunter22")))
                        .build()
                        .toString())
                .doesNotContain("hunter22");
    }

    @Test
    void change_wrongValues_areInvalid() {
        assertThatThrownBy(() -> AppChange.ofImage("")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> AppChange.builder().replicas(0).build()).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> AppChange.builder()
                        .resources(PodResources.builder().memoryLimitMib(-1).build())
                        .build())
                .isInstanceOf(InvalidRequestException.class);
        assertThat(AppChange.builder().healthPath("").build().healthPath()).contains("");
    }

    @Test
    void values_outOfTheirLimits_areInvalid() {
        for (Runnable wrong : List.<Runnable>of(
                () -> Storage.of("data", 1),
                () -> Storage.of("/data", 0),
                () -> LogQuery.tail(0),
                () -> LogQuery.since(Duration.ofMillis(1)),
                () -> AppReadiness.url("x"))) {
            assertThatThrownBy(wrong::run).isInstanceOf(InvalidRequestException.class);
        }
    }
}
