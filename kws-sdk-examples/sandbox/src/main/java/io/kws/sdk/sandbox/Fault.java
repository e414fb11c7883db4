package io.kws.sdk.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Something that goes wrong with certain requests, once unless {@link #times} or {@link #always} says
 * otherwise. Immutable; each method returns another fault.
 *
 * <pre>{@code
 * node.inject(Fault.on("POST", "/compute/v2.1/servers").answer(503).header("Retry-After", "1"));
 * node.inject(Fault.on("*", "/network/.*").skip(2).times(3).resetAfter());
 * }</pre>
 */
public final class Fault {
    private final String method;
    private final String path;
    private final int skip;
    private final int times;
    private final Duration delay;
    private final Effect effect;
    private final List<Map.Entry<String, String>> headers;

    private Fault(
            String method,
            String path,
            int skip,
            int times,
            Duration delay,
            Effect effect,
            List<Map.Entry<String, String>> headers) {
        this.method = method;
        this.path = path;
        this.skip = skip;
        this.times = times;
        this.delay = delay;
        this.effect = effect;
        this.headers = headers;
    }

    /**
     * Says which requests it is about.
     *
     * @param method the HTTP method, or {@code *} for all
     * @param path what the path begins with, or a regular expression for the whole path without the query
     * @return a fault that does nothing yet
     */
    public static Fault on(String method, String path) {
        return new Fault(method, path, 0, 1, Duration.ZERO, new Effect.None(), List.of());
    }

    /**
     * Lets the first requests pass.
     *
     * @param requests how many
     * @return another fault
     */
    public Fault skip(int requests) {
        return new Fault(method, path, requests, times, delay, effect, headers);
    }

    /**
     * Strikes more than once.
     *
     * @param requests how many requests it strikes
     * @return another fault
     */
    public Fault times(int requests) {
        return new Fault(method, path, skip, requests, delay, effect, headers);
    }

    /**
     * Strikes every request until the faults are cleared.
     *
     * @return another fault
     */
    public Fault always() {
        return times(Integer.MAX_VALUE);
    }

    /**
     * Answers with a status and the service's usual body for it, instead of carrying the request out.
     *
     * @param code the HTTP status
     * @return another fault
     */
    public Fault answer(int code) {
        return doing(new Effect.Status(code));
    }

    /**
     * Answers with a status and a body, instead of carrying the request out.
     *
     * @param code the HTTP status
     * @param text the body; empty for none
     * @param type its content type
     * @return another fault
     */
    public Fault answer(int code, String text, String type) {
        return doing(new Effect.Text(code, text, type));
    }

    /**
     * Adds a header to the answer.
     *
     * @param name its name
     * @param value its value
     * @return another fault
     */
    public Fault header(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Fault(method, path, skip, times, delay, effect, List.copyOf(more));
    }

    /**
     * Cuts the connection; the request is not carried out.
     *
     * @return another fault
     */
    public Fault resetBefore() {
        return doing(new Effect.ResetBefore());
    }

    /**
     * Carries the request out, then cuts the connection: the answer is lost.
     *
     * @return another fault
     */
    public Fault resetAfter() {
        return doing(new Effect.ResetAfter());
    }

    /**
     * Does not answer at all, and does not carry the request out, until the faults are cleared or the sandbox
     * is closed; then the connection is cut.
     *
     * @return another fault
     */
    public Fault hang() {
        return doing(new Effect.Hang());
    }

    /**
     * Carries the request out and sends the headers at once, the body little by little.
     *
     * @param whole how long the whole body takes
     * @return another fault
     */
    public Fault slowBody(Duration whole) {
        return doing(new Effect.SlowBody(whole));
    }

    /**
     * Carries the request out and answers with JSON that ends in the middle.
     *
     * @return another fault
     */
    public Fault malformedJson() {
        return doing(new Effect.Malformed());
    }

    /**
     * Carries the request out and answers with the page of some proxy, status and all else as they would be.
     *
     * @return another fault
     */
    public Fault html() {
        return doing(new Effect.Html());
    }

    /**
     * Waits before anything else happens, this fault's other effect included.
     *
     * @param wait how long
     * @return another fault
     */
    public Fault delay(Duration wait) {
        return new Fault(method, path, skip, times, wait, effect, headers);
    }

    private Fault doing(Effect what) {
        return new Fault(method, path, skip, times, delay, what, headers);
    }

    boolean concerns(String requestMethod, String requestPath) {
        return (method.equals("*") || method.equals(requestMethod))
                && (requestPath.startsWith(path) || matches(requestPath));
    }

    private boolean matches(String requestPath) {
        try {
            return Pattern.matches(path, requestPath);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    int skip() {
        return skip;
    }

    int times() {
        return times;
    }

    Effect effect() {
        return effect;
    }

    Duration delay() {
        return delay;
    }

    List<Map.Entry<String, String>> headers() {
        return headers;
    }
}
