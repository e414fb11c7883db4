package io.kws.sdk.k8s;

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
    private static final JavaClasses LIBRARY = ArchitectureRules.libraryOf(KubernetesDriver.class);
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("io.kws.sdk.k8s.architecture.fixtures");

    static Stream<ArchRule> rules() {
        return Stream.concat(
                rulesOfThisDriver(),
                Stream.of(
                        ArchitectureRules.tellingNames(),
                        ArchitectureRules.independentOf("org.openstack4j..", "io.kws.sdk.openstack.."),
                        LayerRules.packagesTellTheirLayer(),
                        LayerRules.signaturesStayInTheirLayer(),
                        LayerRules.dependenciesPointToTheApi(),
                        LayerRules.noCyclesAmong("io.kws.sdk.k8s"),
                        ArchitectureRules.tellingParameters(),
                        ArchitectureRules.oneFamilyOfErrors()));
    }

    /** The rules that name the wrapped client; core shows that the others can be broken. */
    static Stream<ArchRule> rulesOfThisDriver() {
        return Stream.of(
                ArchitectureRules.onlyTheClientUses("okhttp3..", "java.net.http.."),
                ArchitectureRules.wrappedTypesStayInside("io.kubernetes."));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void library_keepsRule(ArchRule rule) {
        rule.check(LIBRARY);
    }

    @ParameterizedTest
    @MethodSource("rulesOfThisDriver")
    void ruleIsBroken_isNoticed(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }
}
