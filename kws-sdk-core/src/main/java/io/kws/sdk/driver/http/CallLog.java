package io.kws.sdk.driver.http;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.trace.Call;
import io.kws.sdk.trace.CallListener;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the listener about each attempt. */
final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    private final String node;
    private final ServiceFamily family;
    private final CallListener listener;

    CallLog(String node, ServiceFamily family, CallListener listener) {
        this.node = node;
        this.family = family;
        this.listener = listener;
    }

    ServiceAnswer attempt(ServiceRequest request, Supplier<ServiceAnswer> attempt) {
        long begun = System.nanoTime();
        try {
            ServiceAnswer answer = attempt.get();
            tell(request, answer.status(), sinceNanos(begun), requestId(answer));
            return answer;
        } catch (KwsException e) {
            tell(request, 0, sinceNanos(begun), "");
            throw e;
        }
    }

    private static Duration sinceNanos(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Returns the service's ID of the request; empty if there is none. */
    String requestId(ServiceAnswer answer) {
        return family.requestIdHeaders().stream()
                .flatMap(name -> answer.header(name).stream())
                .findFirst()
                .orElse("");
    }

    void tell(ServiceRequest request, int status, Duration took, String requestId) {
        LOG.debug(
                "{}: {} {} {} -> {} in {} ms {}",
                node,
                request.service(),
                request.method(),
                request.pathAndQuery(),
                status,
                took.toMillis(),
                requestId);
        listener.called(
                new Call(node, request.service(), request.method(), request.pathAndQuery(), status, took, requestId));
    }
}
