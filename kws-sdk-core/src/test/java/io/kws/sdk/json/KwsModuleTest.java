package io.kws.sdk.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kws.sdk.fleet.Overview;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.sweeps.SweepReport;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes one of each result that users get, as JSON and as text. */
class KwsModuleTest {
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    private static final Set<Class<?>> OF_SEVERAL_LINES = Set.of(
            Receipt.class, Plan.class, PlacementPlan.class, Overview.class, SweepReport.class, ProjectLimits.class);

    static Stream<Object> samples() {
        return Samples.all();
    }

    @Test
    void eachResult_hasASample() {
        List<Object> samples = Samples.all().toList();

        assertThat(ResultTypes.all())
                .contains(Receipt.class)
                .allMatch(type -> samples.stream().anyMatch(type::isInstance));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void result_isWrittenWithoutSecrets(Object result) throws JsonProcessingException {
        String json = MAPPER.writeValueAsString(result);
        JsonNode tree = MAPPER.readTree(json);

        assertThat(tree.isTextual() ? tree.textValue() : tree).isNotNull();
        assertThat(tree.isObject() && tree.isEmpty()).isFalse();
        assertThat(json).doesNotContain(Samples.SECRET_TEXT, "Optional", "initShim", "\"empty\"");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void result_printsAsALine(Object result) {
        assertThat(result.toString())
                .doesNotContain(Samples.SECRET_TEXT, "Optional[", "Optional.empty", "Immutable")
                .doesNotContain(result.getClass().getSimpleName() + "[")
                .doesNotContainPattern("@[0-9a-f]{5,}");
        if (!OF_SEVERAL_LINES.contains(result.getClass())) {
            assertThat(result.toString()).isNotBlank().doesNotContain("\n");
        }
    }

    @Test
    void serverRental_isWrittenByTheAccessorsOfTheApi() throws JsonProcessingException {
        JsonNode json = MAPPER.readTree(MAPPER.writeValueAsString(List.of(Samples.serverRental())))
                .get(0);

        assertThat(json.at("/server/addresses/0/ip").textValue()).isEqualTo("172.24.4.11");
        assertThat(json.at("/server/status").textValue()).isEqualTo("ACTIVE");
        assertThat(json.at("/server").has("fault")).isFalse();
        assertThat(json.at("/rental/id").textValue()).isEqualTo("k3vq7m2xw5ab");
        assertThat(json.at("/rental/end").textValue()).isEqualTo("2026-12-21T10:00:00Z");
        assertThat(json.at("/access/privateKey").textValue()).isEqualTo("***");
        assertThat(json.at("/receipt/entries/0/outcome").textValue()).isEqualTo("CREATED");
    }

    @Test
    void serverRental_printsWhatWhereAndWho() {
        assertThat(Samples.serverRental())
                .hasToString("server web-1 on kws1 (ACTIVE, 172.24.4.11),"
                        + " rental k3vq7m2xw5ab by alice until 2026-12-21T10:00:00Z");
    }
}
