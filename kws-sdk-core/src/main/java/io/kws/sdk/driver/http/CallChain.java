package io.kws.sdk.driver.http;

import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.trace.CallListener;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The way of each call to a node, and the only place that names its stations. Thread-safe.
 *
 * <ol>
 *   <li>{@link Sessions}: current credentials, renewed once if they are refused
 *   <li>{@link RetryingSender}: repeats what is safe to repeat; refusals become errors by {@link ErrorMapping}
 *   <li>{@link CallLog}: the log and the {@link CallListener} hear of each attempt
 *   <li>{@link CallSlots}: not too many calls to the node at once
 *   <li>{@link HttpSender}: one attempt within its time limit and the thread's deadline
 *   <li>{@link Transport}: the HTTP client
 * </ol>
 */
public final class CallChain {
    private final RetryingSender retries;
    private final CallLog log;
    private final CallSlots slots;
    private final HttpSender sender;

    /**
     * Makes the chain of a node.
     *
     * @param node its name, its limit of concurrent calls, and who hears of them
     * @param family the words of its services
     * @param threads runs the attempts; must not make one wait for another
     * @param timeouts how long calls may take, and how often they are repeated
     */
    public CallChain(NodeCalls node, ServiceFamily family, Executor threads, Timeouts timeouts) {
        this.log = new CallLog(node.name(), family, node.listener());
        this.retries = new RetryingSender(node.name(), timeouts, new ErrorMapping(family), log);
        this.slots = new CallSlots(node.maxConcurrentCalls());
        this.sender = new HttpSender(threads, timeouts, family);
    }

    /**
     * What the calls of one node have in common.
     *
     * @param name the node's name
     * @param maxConcurrentCalls how many calls run at once
     * @param listener hears of each attempt
     */
    public record NodeCalls(String name, int maxConcurrentCalls, CallListener listener) {}

    /**
     * Makes a call with credentials that are renewed if they are refused.
     *
     * @param request the request, without credentials
     * @param sessions adds the credentials
     * @return the answer, always a success
     * @throws io.kws.sdk.errors.KwsException if the request is refused, or there is no answer
     */
    public ServiceAnswer call(ServiceRequest request, Sessions sessions) {
        return sessions.use(request, session -> call(request, session));
    }

    /**
     * Makes a call with given credentials, such as a login.
     *
     * @param request the request, without credentials
     * @param session adds the credentials
     * @return the answer, always a success
     * @throws io.kws.sdk.errors.KwsException if the request is refused, or there is no answer
     */
    public ServiceAnswer call(ServiceRequest request, Session session) {
        return retries.send(
                request,
                () -> log.attempt(
                        request,
                        () -> slots.use(request, () -> sender.send(session.transport(), session.authorize(request)))));
    }

    /**
     * Tells the log and the listener about a call that took another way, such as a web socket.
     *
     * @param request the request
     * @param status the HTTP status; 0 if there was no answer
     * @param took how long it took
     */
    public void tell(ServiceRequest request, int status, Duration took) {
        log.tell(request, status, took, "");
    }
}
