package io.kws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.kws.sdk.architecture.ArchitectureRules;
import io.kws.sdk.architecture.LayerRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String FIXTURES = "io.kws.sdk.architecture.fixtures";
    private static final JavaClasses LIBRARY = ArchitectureRules.libraryOf(Kws.class);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

    static Stream<ArchRule> rules() {
        return Stream.of(
                ArchitectureRules.tellingNames(),
                ArchitectureRules.independentOf(
                        "org.openstack4j..", "io.kubernetes..", "io.kws.sdk.openstack..", "io.kws.sdk.k8s.."),
                LayerRules.packagesTellTheirLayer(),
                LayerRules.signaturesStayInTheirLayer(),
                LayerRules.dependenciesPointToTheApi(),
                LayerRules.noCyclesAmong("io.kws.sdk"),
                ArchitectureRules.tellingParameters(),
                ArchitectureRules.oneFamilyOfErrors());
    }

    static Stream<ArchRule> rulesOnFixtures() {
        return Stream.of(
                ArchitectureRules.tellingNames(),
                ArchitectureRules.independentOf(FIXTURES + ".backend.."),
                ArchitectureRules.onlyTheClientUses(FIXTURES + ".backend.."),
                LayerRules.packagesTellTheirLayer(),
                LayerRules.signaturesStayInTheirLayer(),
                LayerRules.dependenciesPointToTheApi(),
                LayerRules.noCyclesAmong(FIXTURES + ".cycle"),
                ArchitectureRules.wrappedTypesStayInside(FIXTURES + ".backend."),
                ArchitectureRules.tellingParameters(),
                ArchitectureRules.oneFamilyOfErrors());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void library_keepsRule(ArchRule rule) {
        rule.check(LIBRARY);
    }

    @ParameterizedTest
    @MethodSource("rulesOnFixtures")
    void ruleIsBroken_isNoticed(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }
}
