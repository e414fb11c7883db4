package io.kws.sdk.openstack.client;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.Timeouts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Sends one request to a node over a kept connection and reads its whole answer, within limits of time and number. */
final class HttpSender {
    private final HttpClient client;
    private final Executor threads;
    private final Timeouts timeouts;
    private final Semaphore places;

    HttpSender(HttpClient client, Timeouts timeouts, int maxConcurrentCalls) {
        this.client = client;
        this.threads = client.executor().orElseThrow();
        this.timeouts = timeouts;
        this.places = new Semaphore(maxConcurrentCalls, true);
    }

    /**
     * Sends the request once. A transfer takes no place among the node's calls: it may last for hours.
     *
     * @throws NodeUnavailableException if there is no answer in time
     * @throws ConfigurationException if the service's certificate is not trusted
     * @throws WaitTimedOutException if the thread's deadline has passed
     * @throws CancelledException if the thread is interrupted
     */
    Answer send(Exchange exchange) {
        Deadline deadline = Deadline.current();
        if (deadline.hasPassed()) {
            throw ErrorDetails.withoutEffect(
                    new WaitTimedOutException("the time allowed ran out before " + describe(exchange)));
        }
        if (exchange.isTransfer()) {
            return await(exchange, deadline);
        }
        takePlace(exchange, deadline);
        try {
            return await(exchange, deadline);
        } finally {
            places.release();
        }
    }

    private void takePlace(Exchange exchange, Deadline deadline) {
        try {
            if (!places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw ErrorDetails.withoutEffect(
                        new WaitTimedOutException("the time allowed ran out while other calls to the node kept "
                                + describe(exchange) + " waiting"));
            }
        } catch (InterruptedException e) {
            throw ErrorDetails.withoutEffect(interrupted(e));
        }
    }

    private Answer await(Exchange exchange, Deadline deadline) {
        Sending sending = new Sending(() -> receive(exchange));
        exchange.pulse().back(); // an upload that is sent again begins anew
        threads.execute(sending);
        try {
            Answer answer = await(sending, exchange, deadline);
            sending.isTaken = true;
            return answer;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw unavailable(exchange, e.getCause() == null ? e : e.getCause());
        } finally {
            sending.end();
            exchange.close();
        }
    }

    /** An answer may take as long as an attempt; an upload as long as it likes, if only it moves. */
    private Answer await(Sending sending, Exchange exchange, Deadline deadline)
            throws InterruptedException, ExecutionException {
        IdleTimer pulse = exchange.pulse();
        boolean isStopped = false;
        Duration limit = exchange.upload() == null ? timeouts.attempt() : timeouts.standstill();
        try {
            while (true) {
                Duration left = deadline.atMost(pulse.left(limit)).remaining();
                try {
                    return sending.get(left.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (deadline.hasPassed() || pulse.left(limit).isZero()) {
                        throw noAnswer(exchange, deadline, limit, e);
                    }
                } catch (InterruptedException e) {
                    if (!exchange.stop()) {
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

    private static KwsException noAnswer(Exchange exchange, Deadline deadline, Duration limit, TimeoutException cause) {
        if (deadline.hasPassed()) {
            return new WaitTimedOutException("the time allowed ran out during " + describe(exchange), cause);
        }
        return new NodeUnavailableException(
                "%s to %s within %d ms"
                        .formatted(
                                exchange.upload() == null ? "no answer" : "nothing moved",
                                describe(exchange),
                                limit.toMillis()),
                cause);
    }

    private Answer receive(Exchange exchange) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request(exchange), handler(exchange));
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    /**
     * An answer under way on a thread of the client's own. {@link HttpClient#sendAsync} would do without, but finishes on
     * the JVM's common pool: it never would on a small machine whose program calls the SDK from there.
     */
    private static final class Sending extends FutureTask<Answer> {
        private boolean isTaken;

        Sending(Callable<Answer> call) {
            super(call);
        }

        /** Ends it, unless its answer was taken. */
        void end() {
            if (!cancel(true) && !isTaken) {
                closeAnswer();
            }
        }

        private void closeAnswer() {
            try {
                get().close();
            } catch (ExecutionException | InterruptedException e) {
                return; // there is none
            }
        }

        /** An answer that comes too late would keep its connection until somebody read it. */
        @Override
        protected void set(Answer answer) {
            super.set(answer);
            if (isCancelled()) {
                answer.close();
            }
        }
    }

    private static KwsException unavailable(Exchange exchange, Throwable cause) {
        Upload upload = exchange.upload();
        if (upload != null && upload.failure() != null) {
            return unreadable(upload.failure());
        }
        if (cause instanceof IllegalArgumentException) { // before anything was sent
            return new InvalidRequestException("it cannot be asked for by HTTP: " + cause.getMessage(), cause);
        }
        String where = exchange.uri().getHost() + ":" + exchange.uri().getPort();
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (isDistrust(cause)) {
            return new ConfigurationException(
                    "the certificate of its %s service at %s is not trusted (%s); name its authority's file as cacert"
                            .formatted(exchange.service(), where, what),
                    cause);
        }
        return isConnectFailure(cause)
                ? NodeUnavailableException.refused(
                        "cannot connect to its %s service at %s (%s)".formatted(exchange.service(), where, what),
                        new NeverSent(cause))
                : new NodeUnavailableException(
                        "the connection broke during %s (%s)".formatted(describe(exchange), what), cause);
    }

    private static KwsException unreadable(Exception failure) {
        if (failure instanceof RuntimeException known) { // of the SDK, or of the program's own making
            throw known;
        }
        return new InvalidRequestException("the content to send cannot be read: " + failure.getMessage(), failure);
    }

    private static boolean isDistrust(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }

    private static boolean isConnectFailure(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    /** Marks a failure before anything was sent, after which every request may be repeated. */
    static final class NeverSent extends Exception {
        private static final long serialVersionUID = 1;

        NeverSent(Throwable cause) {
            super(cause);
        }
    }

    private static HttpRequest request(Exchange exchange) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(exchange.uri()).method(exchange.method(), exchange.body());
        exchange.headers().forEach(builder::header);
        return builder.build();
    }

    /** An error's body is always read to its end, so that it never lands where the content was to go. */
    private BodyHandler<InputStream> handler(Exchange exchange) {
        return info -> exchange.isStreamed() && info.statusCode() < 400
                ? new StreamingBody(timeouts.standstill(), describe(exchange))
                : BodySubscribers.mapping(BodySubscribers.ofByteArray(), ByteArrayInputStream::new);
    }

    private static CancelledException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CancelledException("the thread was interrupted", e);
    }

    static String describe(Exchange exchange) {
        return "%s %s of %s".formatted(exchange.method(), exchange.uri().getRawPath(), exchange.service());
    }
}
