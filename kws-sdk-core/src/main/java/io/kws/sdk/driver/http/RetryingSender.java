package io.kws.sdk.driver.http;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.operations.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats requests where that is safe, and raises each refusal as a typed error. */
final class RetryingSender {
    private static final Logger LOG = LoggerFactory.getLogger(RetryingSender.class);

    private final String node;
    private final Timeouts timeouts;
    private final ErrorMapping errors;
    private final CallLog log;

    RetryingSender(String node, Timeouts timeouts, ErrorMapping errors, CallLog log) {
        this.node = node;
        this.timeouts = timeouts;
        this.errors = errors;
        this.log = log;
    }

    /**
     * Makes attempts until one succeeds, as often as is safe.
     *
     * @throws KwsException if the request is refused, or there is no answer
     */
    ServiceAnswer send(ServiceRequest request, Supplier<ServiceAnswer> attempt) {
        Attempts attempts = new Attempts(request, attempt);
        try {
            return Retry.of(timeouts)
                    .when(attempts::mayRepeat)
                    .pausing(attempts::pauseBefore)
                    .call(attempts::make);
        } catch (KwsException e) {
            throw request.judged(attempts.maybeDoneBefore ? ErrorDetails.possiblyDone(e) : e);
        }
    }

    /** The attempts of one call so far. */
    private final class Attempts {
        private final ServiceRequest request;
        private final Supplier<ServiceAnswer> attempt;
        private @Nullable ServiceAnswer refusal;
        private boolean maybeDone;
        private boolean maybeDoneBefore;

        Attempts(ServiceRequest request, Supplier<ServiceAnswer> attempt) {
            this.request = request;
            this.attempt = attempt;
        }

        ServiceAnswer make(int repetition) {
            if (repetition > 0) {
                LOG.debug("{}: again {}", node, request);
            }
            maybeDoneBefore = maybeDone;
            refusal = null;
            try {
                return requireSuccess(attempt.get());
            } catch (KwsException e) {
                maybeDone |= ErrorDetails.isAnswerMissing(e) && !request.isReading();
                throw ErrorDetails.onNode(e, node);
            }
        }

        private ServiceAnswer requireSuccess(ServiceAnswer answer) {
            if (answer.isSuccess() || isDeletedBefore(answer)) {
                return answer;
            }
            refusal = answer;
            String id = log.requestId(answer);
            throw ErrorDetails.ofCall(errors.of(request, answer), node, id.isEmpty() ? List.of() : List.of(id));
        }

        /** After a deletion whose answer was lost, 404 means that it was carried out. */
        private boolean isDeletedBefore(ServiceAnswer answer) {
            return answer.status() == 404 && maybeDoneBefore && request.method().equals("DELETE");
        }

        boolean mayRepeat(RuntimeException failure) {
            if (!(failure instanceof KwsException error) || request.repeatability() == Repeatability.NEVER) {
                return false;
            }
            if (error instanceof NodeUnavailableException && !ErrorDetails.isAnswerMissing(error)) { // not carried out
                return refusal == null || request.hasRepeatableBody();
            }
            return error.isRetryable() && mayPass() && request.isRepeatable();
        }

        private boolean mayPass() {
            return refusal == null || refusal.status() == 408 || refusal.status() >= 500;
        }

        Duration pauseBefore(int repetition, RuntimeException failure) {
            return retryAfter().orElseGet(() -> timeouts.pauseBefore(repetition));
        }

        /** Returns the pause that the service asks for. */
        private Optional<Duration> retryAfter() {
            return Optional.ofNullable(refusal)
                    .flatMap(answer -> answer.header("retry-after"))
                    .filter(value -> value.matches("\\d{1,6}"))
                    .map(value -> Duration.ofSeconds(Long.parseLong(value)));
        }
    }
}
