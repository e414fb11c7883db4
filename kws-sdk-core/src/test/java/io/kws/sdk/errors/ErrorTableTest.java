package io.kws.sdk.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.kws.sdk.architecture.ArchitectureRules;
import io.kws.sdk.driver.CheckResult;
import io.kws.sdk.driver.errors.ErrorDetails;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the SDK decides by each kind of error, in one table; a new kind needs a row. */
class ErrorTableTest {
    /** Where it is decided: the retries of sweeps and drivers, undoing, plans, and placement among nodes. */
    private record Row(
            KwsException error,
            boolean isRetryable,
            boolean isAnswerMissing,
            boolean failsPlan,
            boolean triesNextNode) {
        @Override
        public String toString() {
            return error.getClass().getSimpleName();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                //                              retryable, answer missing, fails plan, tries next node
                row(AccessDeniedException::new, false, false, false, true),
                row(AlreadyRentedException::new, false, false, false, false),
                row(reason -> new AmbiguousException(reason, List.of("a")), false, false, false, true),
                row(AuthenticationFailedException::new, false, false, true, true),
                row(CancelledException::new, false, true, true, false),
                row(CapabilityMissingException::new, false, false, false, true),
                row(ConfigurationException::new, false, false, false, false),
                row(ConflictException::new, false, false, false, true),
                row(InvalidRequestException::new, false, false, false, false),
                row(NoCapacityException::new, true, false, false, true),
                row(reason -> new NoNodeException(Map.of()), false, false, false, false),
                row(NodeUnavailableException::new, true, true, true, true),
                row(NotFoundException::new, false, false, false, true),
                row(ProvisioningFailedException::new, false, false, false, true),
                row(QuotaExceededException::new, false, false, false, true),
                row(ServiceFailureException::new, true, true, true, true),
                row(WaitTimedOutException::new, true, true, true, true));
    }

    private static Row row(
            Function<String, KwsException> error,
            boolean isRetryable,
            boolean isAnswerMissing,
            boolean failsPlan,
            boolean triesNextNode) {
        return new Row(error.apply("no"), isRetryable, isAnswerMissing, failsPlan, triesNextNode);
    }

    @Test
    void table_hasARowForEachError() {
        assertThat(rows().map(row -> row.error().getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(ArchitectureRules.libraryOf(KwsException.class).stream()
                        .filter(type -> type.isAssignableTo(KwsException.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void error_decidesAsItsRowSays(Row row) {
        KwsException error = row.error();

        assertThat(error.isRetryable()).isEqualTo(row.isRetryable());
        assertThat(ErrorDetails.isAnswerMissing(error)).isEqualTo(row.isAnswerMissing());
        assertThat(failsPlan(error)).isEqualTo(row.failsPlan());
        assertThat(error.scope() == ErrorScope.NODE || error.scope() == ErrorScope.NO_ANSWER)
                .isEqualTo(row.triesNextNode());
    }

    private static boolean failsPlan(KwsException error) {
        try {
            var unused = CheckResult.of(() -> {
                throw error;
            });
            return false;
        } catch (KwsException e) {
            return true;
        }
    }
}
