package io.kws.sdk.openstack.client;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.trace.Call;
import io.kws.sdk.trace.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to one node: repeats what is safe to repeat, raises each refusal as a typed error, and tells the
 * listener of every attempt.
 */
final class RetryingSender {
    private static final Logger LOG = LoggerFactory.getLogger(RetryingSender.class);

    private final String node;
    private final HttpSender wire;
    private final Timeouts timeouts;
    private final CallListener listener;
    private final RetryPolicy<Answer> policy;

    RetryingSender(String node, HttpSender wire, Timeouts timeouts, CallListener listener) {
        this.node = node;
        this.wire = wire;
        this.timeouts = timeouts;
        this.listener = listener;
        this.policy = RetryPolicy.<Answer>builder()
                .handleIf(failure -> failure instanceof Refused refused && refused.next != Next.GIVE_UP)
                .withMaxRetries(timeouts.retries())
                .withDelayFn(context -> ((Refused) context.getLastException()).pause)
                .abortOn(this::isTooLate)
                .build();
    }

    /** What may follow a failed attempt. */
    private enum Next {
        /** It was refused for good, or may have been carried out. */
        GIVE_UP,
        /** It was not carried out. */
        REPEAT,
        /** It may have been carried out, which does no harm. */
        REPEAT_THOUGH_MAYBE_DONE
    }

    /** A failed attempt, and how long to wait before the next one. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient KwsException error;
        private final Next next;
        private final Duration pause;
        private boolean maybeDoneBefore;

        Refused(KwsException error, Next next, Duration pause) {
            super(null, error, false, false);
            this.error = error;
            this.next = next;
            this.pause = pause;
        }

        Refused after(@Nullable Throwable before) {
            maybeDoneBefore = before instanceof Refused refused
                    && (refused.maybeDoneBefore || ErrorDetails.isAnswerMissing(refused.error));
            return this;
        }
    }

    /**
     * Sends a request until it is answered with success, as often as is safe.
     *
     * @throws KwsException if it is refused, or there is no answer
     */
    Answer send(Exchange exchange) {
        try {
            return Failsafe.with(policy).get(context -> attempt(exchange, context));
        } catch (Refused e) {
            throw exchange.judged(
                    e.maybeDoneBefore && !exchange.isReading() ? ErrorDetails.possiblyDone(e.error) : e.error);
        } catch (FailsafeException e) {
            Thread.currentThread().interrupt();
            throw exchange.judged(new CancelledException("the thread was interrupted", e.getCause()));
        }
    }

    /** A service may ask for a pause longer than anybody wants to wait. */
    private boolean isTooLate(Throwable failure) {
        return failure instanceof Refused refused
                && (refused.pause.compareTo(timeouts.longestPause()) > 0
                        || refused.pause.compareTo(Deadline.current().remaining()) >= 0);
    }

    private Answer attempt(Exchange exchange, ExecutionContext<Answer> context) {
        int attempt = context.getAttemptCount();
        if (attempt > 0) {
            LOG.debug("{}: again {}", node, HttpSender.describe(exchange));
        }
        long begun = System.nanoTime();
        Answer answer;
        try {
            answer = wire.send(exchange);
        } catch (KwsException e) {
            tell(exchange, 0, begun, "");
            ErrorDetails.onNode(e, node);
            throw new Refused(e, afterSilence(exchange, e), timeouts.pauseBefore(attempt))
                    .after(context.getLastException());
        }
        tell(exchange, answer.status(), begun, answer.requestId());
        if (answer.isSuccess() || isDeletedBefore(exchange, answer, context.getLastException())) {
            return answer;
        }
        KwsException error = ErrorMapping.of(exchange, answer);
        ErrorDetails.ofCall(error, node, requestIds(answer));
        throw new Refused(
                        error,
                        afterRefusal(exchange, answer, error),
                        retryAfter(answer).orElseGet(() -> timeouts.pauseBefore(attempt)))
                .after(context.getLastException());
    }

    private static Next afterSilence(Exchange exchange, KwsException error) {
        if (error.getCause() instanceof HttpSender.NeverSent) {
            return Next.REPEAT;
        }
        return error.isRetryable() && exchange.isRepeatable() ? Next.REPEAT_THOUGH_MAYBE_DONE : Next.GIVE_UP;
    }

    /** A throttled request was not carried out, so it may be sent again whatever it is. */
    private static Next afterRefusal(Exchange exchange, Answer answer, KwsException error) {
        if (answer.status() == 429 && exchange.isReadable()) {
            return Next.REPEAT;
        }
        boolean mayPass = answer.status() == 408 || answer.status() >= 500;
        return mayPass && error.isRetryable() && exchange.isRepeatable() ? Next.REPEAT_THOUGH_MAYBE_DONE : Next.GIVE_UP;
    }

    /** After a deletion whose answer was lost, "not found" is the success of it. */
    private static boolean isDeletedBefore(Exchange exchange, Answer answer, @Nullable Throwable before) {
        return answer.status() == 404
                && exchange.method().equals("DELETE")
                && before instanceof Refused refused
                && refused.next == Next.REPEAT_THOUGH_MAYBE_DONE;
    }

    /** Returns the pause that the service asks for. */
    private static Optional<Duration> retryAfter(Answer answer) {
        return answer.header("retry-after")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static List<String> requestIds(Answer answer) {
        return Optional.of(answer.requestId()).filter(id -> !id.isEmpty()).stream()
                .toList();
    }

    private void tell(Exchange exchange, int status, long begun, String requestId) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        LOG.debug(
                "{}: {} {} {} -> {} in {} ms {}",
                node,
                exchange.service(),
                exchange.method(),
                exchange.pathAndQuery(),
                status,
                took.toMillis(),
                requestId);
        listener.called(new Call(
                node, exchange.service(), exchange.method(), exchange.pathAndQuery(), status, took, requestId));
    }
}
