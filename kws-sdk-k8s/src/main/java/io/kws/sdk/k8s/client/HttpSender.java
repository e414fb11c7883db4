package io.kws.sdk.k8s.client;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.Timeouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Sends one request to a cluster over a kept connection, within limits of time and number. */
final class HttpSender {
    private final Executor threads;
    private final Timeouts timeouts;
    private final Semaphore places;

    HttpSender(Executor threads, Timeouts timeouts, int maxConcurrentCalls) {
        this.threads = threads;
        this.timeouts = timeouts;
        this.places = new Semaphore(maxConcurrentCalls, true);
    }

    /**
     * Sends the request once, and reads its whole answer.
     *
     * @throws NodeUnavailableException if there is no answer in time
     * @throws ConfigurationException if the cluster's certificate is not trusted
     * @throws WaitTimedOutException if the thread's deadline has passed
     * @throws CancelledException if the thread is interrupted
     */
    Answer send(Connection connection, Request request) {
        Deadline deadline = Deadline.current();
        if (deadline.hasPassed()) {
            throw ErrorDetails.withoutEffect(new WaitTimedOutException("the time allowed ran out before " + request));
        }
        takePlace(request, deadline);
        try {
            return await(connection.http(), connection.prepare(request), HttpSender::read);
        } finally {
            places.release();
        }
    }

    /** Sends the request once; its answer is a stream, which takes no place among the calls, and is to be closed. */
    Opened open(Connection connection, Request request, Duration silence) {
        return await(connection.http(silence), connection.prepare(request), HttpSender::open);
    }

    /** Sends a request that is none to the cluster, and returns the status of the answer. */
    int status(OkHttpClient client, okhttp3.Request request) {
        return await(client, request, (call, response) -> {
            try (response) {
                return response.code();
            }
        });
    }

    /** A response that is still coming; only a refusal is read at once. */
    record Opened(Call call, Response response, Answer refusal) {
        boolean isSuccess() {
            return response.isSuccessful();
        }
    }

    private static Opened open(Call call, Response response) throws IOException {
        return new Opened(
                call,
                response,
                response.isSuccessful() ? new Answer(200, response.headers(), "") : read(call, response));
    }

    private static Answer read(Call call, Response response) throws IOException {
        try (response) {
            return new Answer(
                    response.code(),
                    response.headers(),
                    new String(response.body().bytes(), StandardCharsets.UTF_8));
        }
    }

    private void takePlace(Request request, Deadline deadline) {
        try {
            if (!places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw ErrorDetails.withoutEffect(new WaitTimedOutException(
                        "the time allowed ran out while other calls to the node kept " + request + " waiting"));
            }
        } catch (InterruptedException e) {
            throw ErrorDetails.withoutEffect(interrupted(e));
        }
    }

    /** What to do with a response on the thread that got it. */
    private interface Reading<T> {
        T read(Call call, Response response) throws IOException;
    }

    /** Blocking calls of OkHttp know no interrupts, so they run on a thread of their own. */
    private <T> T await(OkHttpClient client, okhttp3.Request request, Reading<T> reading) {
        Deadline deadline = Deadline.current();
        Duration limit = deadline.atMost(timeouts.attempt()).remaining();
        Call call = client.newCall(request);
        FutureTask<T> reply = new Reply<>(() -> reading.read(call, call.execute()));
        threads.execute(reply);
        try {
            return reply.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            String what = "no answer to %s within %d ms".formatted(describe(request), limit.toMillis());
            throw deadline.hasPassed()
                    ? new WaitTimedOutException("the time allowed ran out: " + what, e)
                    : new NodeUnavailableException(what, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw unavailable(request, e.getCause() == null ? e : e.getCause());
        } finally {
            if (!reply.isDone()) {
                reply.cancel(false);
                call.cancel();
            }
        }
    }

    private static final class Reply<T> extends FutureTask<T> {
        Reply(Callable<T> call) {
            super(call);
        }

        /** A stream that comes too late would keep its connection. */
        @Override
        protected void set(T answer) {
            super.set(answer);
            if (isCancelled() && answer instanceof Opened late) {
                late.response().close();
            }
        }
    }

    private static KwsException unavailable(okhttp3.Request request, Throwable cause) {
        String where = request.url().host() + ":" + request.url().port();
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (!(cause instanceof IOException)) {
            throw new IllegalStateException(describe(request) + " failed unexpectedly", cause);
        }
        if (isDistrust(cause)) {
            return new ConfigurationException(
                    "the certificate of the cluster at %s is not trusted (%s); name its authority"
                            .formatted(where, what),
                    cause);
        }
        return Connection.isSent(request)
                ? new NodeUnavailableException(
                        "the connection broke during %s (%s)".formatted(describe(request), what), cause)
                : NodeUnavailableException.refused(
                        "cannot connect to the cluster at %s (%s)".formatted(where, what), cause);
    }

    private static boolean isDistrust(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }

    private static CancelledException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CancelledException("the thread was interrupted", e);
    }

    private static String describe(okhttp3.Request request) {
        return request.method() + " " + request.url().encodedPath();
    }
}
