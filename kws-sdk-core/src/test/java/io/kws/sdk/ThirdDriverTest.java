package io.kws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.config.ConfigSection;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that a driver can be added without a change in core: {@link ShelfDriver}. */
class ThirdDriverTest {
    @TempDir
    private Path folder;

    @Test
    void connect_ownKeyInKwsYaml_opensTheNode() throws IOException {
        try (Kws kws = Kws.connect(file("nodes: {s1: {shelf: {small: 2, large: 16}}}"))) {
            assertThat(kws.node("s1").flavors().get("large").vcpus()).isEqualTo(16);
            assertThatThrownBy(() -> kws.node("s1").flavors().get("smal"))
                    .hasMessage("flavor \"smal\" does not exist; did you mean \"small\"?");
        }
    }

    @Test
    void connect_sectionIsWrong_namesPlaceAndFile() throws IOException {
        try (Kws kws = Kws.connect(file("nodes: {s1: {shelf: {small: two}}}"))) {
            assertThatThrownBy(kws.node("s1").flavors()::list)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageMatching("nodes\\.s1\\.shelf\\.small in .*kws\\.yaml must be a whole number");
        }
    }

    @Test
    void add_sectionInCode_opensTheNode() {
        try (Kws kws = Kws.builder().build()) {
            Node node = kws.nodes()
                    .add(NodeConfig.builder()
                            .name("s1")
                            .putSections("shelf", ConfigSection.of("shelf of s1", Map.of("small", 2)))
                            .build());

            assertThat(node.flavors().list()).hasSize(1);
        }
    }

    @Test
    void capability_nodeHasNoSection_driverTellsWhatItNeeds() {
        FakeDrivers.first("bare", context -> new FakeDrivers.BareNode());
        try (Kws kws = Kws.builder().build()) {
            Node node = kws.nodes().add(NodeConfig.builder().name("bare").build());

            assertThatThrownBy(node::flavors)
                    .isInstanceOf(CapabilityMissingException.class)
                    .hasMessage(
                            "bare: it has no Flavors, for which it needs a shelf; configure the node with \"shelf\"");
        } finally {
            FakeDrivers.forget();
        }
    }

    @Test
    void connect_noDriverReadsASection_namesIt() throws IOException {
        Path file = file("nodes: {s1: {shell: {small: 2}}}");

        assertThatThrownBy(() -> Kws.connect(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("s1: no driver on the class path reads nodes.s1.shell in ")
                .hasMessageEndingWith("; did you mean \"shelf\"?");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("kws.yaml"), content);
    }
}
