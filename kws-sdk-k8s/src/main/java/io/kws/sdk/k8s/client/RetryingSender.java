package io.kws.sdk.k8s.client;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.trace.Call;
import io.kws.sdk.trace.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to one cluster: repeats what is safe to repeat, raises each refusal as a typed error, and tells the
 * listener of every attempt.
 */
final class RetryingSender {
    static final String SERVICE = "kubernetes";
    private static final Logger LOG = LoggerFactory.getLogger(RetryingSender.class);

    private final String node;
    private final Timeouts timeouts;
    private final CallListener listener;

    RetryingSender(String node, Timeouts timeouts, CallListener listener) {
        this.node = node;
        this.timeouts = timeouts;
        this.listener = listener;
    }

    /**
     * Makes attempts until one is answered with success, as often as is safe.
     *
     * @throws KwsException if it is refused, or there is no answer
     */
    Answer send(Request request, Supplier<Answer> attempt) {
        boolean maybeDone = false;
        for (int repetitions = 0; ; repetitions++) {
            Outcome outcome = attempt(request, attempt);
            Answer answer = outcome.answer();
            if (answer != null && (answer.isSuccess() || isDeletedBefore(request, answer, maybeDone))) {
                return answer;
            }
            KwsException error = ErrorDetails.ofCall(outcome.error(request), node, outcome.requestIds());
            Duration pause = outcome.pause().orElseGet(backoff(repetitions));
            if (repetitions >= timeouts.retries() || !mayRepeat(request, error) || isTooLong(pause)) {
                throw request.judged(maybeDone ? ErrorDetails.possiblyDone(error) : error);
            }
            maybeDone |= ErrorDetails.isAnswerMissing(error) && !request.isReading();
            LOG.debug("{}: again {}", node, request);
            pause(request, pause);
        }
    }

    private static void pause(Request request, Duration pause) {
        try {
            Waiting.pause(pause);
        } catch (CancelledException e) {
            throw request.judged(e);
        }
    }

    private Supplier<Duration> backoff(int repetitions) {
        return () -> timeouts.pauseBefore(repetitions);
    }

    /** Tells of an attempt that was made elsewhere. */
    void tell(Request request, int status, Duration took) {
        tell(request, status, took, "");
    }

    /** How an attempt ended: with an answer or with silence. */
    private record Outcome(
            @Nullable Answer answer, @Nullable KwsException silence) {
        KwsException error(Request request) {
            return silence != null ? silence : ErrorMapping.of(request, Objects.requireNonNull(answer));
        }

        List<String> requestIds() {
            return answer == null || answer.requestId().isEmpty() ? List.of() : List.of(answer.requestId());
        }

        /** The pause that the cluster asks for. */
        Optional<Duration> pause() {
            return Optional.ofNullable(answer)
                    .flatMap(refusal -> refusal.header("retry-after"))
                    .filter(value -> value.matches("\\d{1,6}"))
                    .map(value -> Duration.ofSeconds(Long.parseLong(value)));
        }
    }

    private Outcome attempt(Request request, Supplier<Answer> attempt) {
        long begun = System.nanoTime();
        try {
            Answer answer = attempt.get();
            tell(request, answer.status(), Duration.ofNanos(System.nanoTime() - begun), answer.requestId());
            return new Outcome(answer, null);
        } catch (KwsException e) {
            tell(request, 0, Duration.ofNanos(System.nanoTime() - begun), "");
            return new Outcome(null, e);
        }
    }

    /** What was never carried out may be sent again whatever it is; anything else only if twice is the same as once. */
    private static boolean mayRepeat(Request request, KwsException error) {
        boolean refused = error instanceof NodeUnavailableException && !ErrorDetails.isAnswerMissing(error);
        return refused || (error.isRetryable() && ErrorDetails.isAnswerMissing(error) && request.isRepeatable());
    }

    private boolean isTooLong(Duration pause) {
        return pause.compareTo(timeouts.longestPause()) > 0
                || pause.compareTo(Deadline.current().remaining()) >= 0;
    }

    /** After a deletion whose answer was lost, "not found" is the success of it. */
    private static boolean isDeletedBefore(Request request, Answer answer, boolean maybeDone) {
        return answer.status() == 404 && maybeDone && request.method().equals("DELETE");
    }

    private void tell(Request request, int status, Duration took, String requestId) {
        LOG.debug("{}: {} -> {} in {} ms {}", node, request, status, took.toMillis(), requestId);
        listener.called(new Call(node, SERVICE, request.method(), request.pathAndQuery(), status, took, requestId));
    }
}
