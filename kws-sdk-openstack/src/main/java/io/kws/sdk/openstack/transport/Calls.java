package io.kws.sdk.openstack.transport;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ErrorContext;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.Deadline;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.trace.Call;
import io.kws.sdk.trace.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to one node: repeats what is safe to repeat, raises each refusal as a typed error, and tells the
 * listener of every attempt.
 */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final Duration NO_DELAY = Duration.ofNanos(-1);

    private final String node;
    private final Wire wire;
    private final Timeouts timeouts;
    private final CallListener listener;

    Calls(String node, Wire wire, Timeouts timeouts, CallListener listener) {
        this.node = node;
        this.wire = wire;
        this.timeouts = timeouts;
        this.listener = listener;
    }

    /** A refusal that names a time after which to try again. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient KwsException error;
        private final boolean safe;
        private final Duration retryAfter;

        Refused(KwsException error, boolean safe, Duration retryAfter) {
            super(error);
            this.error = error;
            this.safe = safe;
            this.retryAfter = retryAfter;
        }
    }

    /**
     * Sends a request until it is answered with success, as often as is safe.
     *
     * @throws KwsException if it is refused, or there is no answer
     */
    Answer send(Exchange exchange) {
        RetryPolicy<Answer> policy = RetryPolicy.<Answer>builder()
                .handleIf(failure -> failure instanceof Refused refused && refused.safe)
                .withMaxRetries(timeouts.retries())
                .withBackoff(timeouts.firstPause(), timeouts.longestPause())
                .withJitter(1.0)
                .withDelayFnOn(context -> ((Refused) context.getLastException()).retryAfter, Refused.class)
                .abortOn(this::isTooLate)
                .onRetry(event -> LOG.debug("{}: again {}", node, Wire.describe(exchange)))
                .build();
        try {
            return Failsafe.with(policy).get(() -> attempt(exchange));
        } catch (Refused e) {
            throw e.error;
        } catch (FailsafeException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted", e.getCause());
        }
    }

    private boolean isTooLate(Throwable failure) {
        Duration left = Deadline.current().atMost(timeouts.longestPause()).remaining();
        return failure instanceof Refused refused && refused.retryAfter.compareTo(left) > 0;
    }

    private Answer attempt(Exchange exchange) {
        long begun = System.nanoTime();
        try {
            Answer answer = wire.send(exchange);
            tell(exchange, answer.status(), begun, answer.requestId());
            if (answer.status() < 400) {
                return answer;
            }
            KwsException error = Faults.of(exchange, answer);
            error.within(ErrorContext.ofCall(node, requestIds(answer)));
            throw new Refused(error, isSafe(exchange, answer), retryAfter(answer));
        } catch (KwsException e) {
            tell(exchange, 0, begun, "");
            e.within(ErrorContext.ofCall(node, List.of()));
            boolean safe = e.isRetryable() && (exchange.isRepeatable() || e.getCause() instanceof Wire.NeverSent);
            throw new Refused(e, safe, NO_DELAY);
        }
    }

    /** A throttled request was not carried out, so it may be sent again whatever it is. */
    private static boolean isSafe(Exchange exchange, Answer answer) {
        return answer.status() == 429 || (exchange.isRepeatable() && answer.status() >= 500 && answer.status() != 501);
    }

    /** Returns the pause that the service asks for; below zero leaves the pause to the policy. */
    private static Duration retryAfter(Answer answer) {
        return answer.header("retry-after")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(NO_DELAY);
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
