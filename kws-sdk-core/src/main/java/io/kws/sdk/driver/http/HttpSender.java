package io.kws.sdk.driver.http;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.Timeouts;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a request once, on a thread of the executor, and waits for the answer: not longer than {@link Timeouts#attempt},
 * nor than the calling thread's {@link Deadline}, and until the calling thread is interrupted. Safe for use by many
 * threads.
 */
public final class HttpSender {
    private final Executor threads;
    private final Timeouts timeouts;
    private final ConnectionErrors errors;

    /**
     * Makes a sender.
     *
     * @param threads runs the attempts; must not make one wait for another
     * @param timeouts how long an attempt may take
     * @param family the words for errors
     */
    public HttpSender(Executor threads, Timeouts timeouts, ServiceFamily family) {
        this.threads = threads;
        this.timeouts = timeouts;
        this.errors = new ConnectionErrors(family);
    }

    /**
     * Sends a request once.
     *
     * @param transport sends it
     * @param request the request, with its whole address and its credentials
     * @return the answer, be it a success or a refusal
     * @throws NodeUnavailableException if there is no answer in time
     * @throws io.kws.sdk.errors.ConfigurationException if the service's certificate is not trusted
     * @throws io.kws.sdk.errors.InvalidRequestException if the request cannot be sent by HTTP, or its content cannot be
     *     read
     * @throws WaitTimedOutException if the thread's deadline has passed
     * @throws CancelledException if the thread is interrupted; its interrupt flag stays set
     */
    public ServiceAnswer send(Transport transport, ServiceRequest request) {
        Deadline deadline = Deadline.current();
        if (deadline.hasPassed()) {
            throw ErrorDetails.withoutEffect(new WaitTimedOutException("the time allowed ran out before " + request));
        }
        PendingAnswer pending = new PendingAnswer(prepare(transport, request));
        request.content().ifPresent(content -> content.timer().resume()); // an upload that is sent again begins anew
        threads.execute(pending);
        try {
            return pending.taken(await(pending, request, deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted", e);
        } catch (ExecutionException e) {
            throw errors.of(request, pending, e.getCause() == null ? e : e.getCause());
        } finally {
            pending.end();
            request.content().ifPresent(StreamedContent::close);
        }
    }

    private Transport.Exchange prepare(Transport transport, ServiceRequest request) {
        try {
            return transport.prepare(request);
        } catch (IllegalArgumentException e) {
            throw ErrorDetails.withoutEffect(ConnectionErrors.impossible(request, e));
        }
    }

    /** Waits for as long as an attempt may take; for an upload as long as it moves. */
    private ServiceAnswer await(PendingAnswer pending, ServiceRequest request, Deadline deadline)
            throws InterruptedException, ExecutionException {
        IdleTimer timer = request.content().map(StreamedContent::timer).orElseGet(IdleTimer::new);
        Duration limit = request.content().isPresent() ? timeouts.standstill() : timeouts.attempt();
        boolean isStopped = false;
        try {
            while (true) {
                Duration left = deadline.atMost(timer.left(limit)).remaining();
                try {
                    return pending.get(left.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (deadline.hasPassed() || timer.left(limit).isZero()) {
                        throw noAnswer(request, deadline, limit, e);
                    }
                } catch (InterruptedException e) {
                    if (!request.content().map(StreamedContent::stop).orElse(false)) {
                        throw e;
                    }
                    isStopped = true; // what may have been sent as a whole must be known to be undone
                } catch (ExecutionException e) {
                    if (isStopped) {
                        throw new InterruptedException("the upload was stopped");
                    }
                    throw e;
                }
            }
        } finally {
            if (isStopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static KwsException noAnswer(
            ServiceRequest request, Deadline deadline, Duration limit, TimeoutException cause) {
        if (deadline.hasPassed()) {
            return new WaitTimedOutException("the time allowed ran out during " + request, cause);
        }
        String what = request.content().isPresent() ? "nothing moved during" : "no answer to";
        return new NodeUnavailableException("%s %s within %d ms".formatted(what, request, limit.toMillis()), cause);
    }
}
