package io.kws.sdk.driver.http;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.KwsException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to a service. Immutable; the methods named {@code with…} return changed copies. */
public final class ServiceRequest {
    private static final byte[] NO_BODY = {};

    private final String method;
    private final String service;
    private URI uri;
    private Map<String, String> headers = Map.of();
    private byte[] body = NO_BODY;
    private @Nullable StreamedContent content;
    private Repeatability repeatability;
    private @Nullable Duration longestSilence;

    /**
     * Makes a request without headers and body.
     *
     * @param method the HTTP method, which also says whether the request may be repeated
     * @param service the service's type, for messages and listeners
     * @param uri the address; without a host if the {@link Session} adds it
     */
    public ServiceRequest(String method, String service, URI uri) {
        this.method = method;
        this.service = service;
        this.uri = uri;
        this.repeatability = Repeatability.of(method);
    }

    private ServiceRequest copy() {
        ServiceRequest copy = new ServiceRequest(method, service, uri);
        copy.headers = headers;
        copy.body = body;
        copy.content = content;
        copy.repeatability = repeatability;
        copy.longestSilence = longestSilence;
        return copy;
    }

    /**
     * Encodes text for a path segment or a query.
     *
     * @param text any text
     * @return the text with all special characters, slashes included, percent-encoded
     */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Returns a request to another address.
     *
     * @param address the address
     * @return the request
     */
    public ServiceRequest withUri(URI address) {
        ServiceRequest copy = copy();
        copy.uri = address;
        return copy;
    }

    /**
     * Returns a request with one more header.
     *
     * @param name the header's name
     * @param value its value
     * @return the request
     */
    public ServiceRequest withHeader(String name, String value) {
        return withHeaders(Map.of(name, value));
    }

    /**
     * Returns a request with more headers.
     *
     * @param more values by name; they replace headers of the same name
     * @return the request
     */
    public ServiceRequest withHeaders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        ServiceRequest copy = copy();
        copy.headers = Collections.unmodifiableMap(all);
        return copy;
    }

    /**
     * Returns a request with a body that is kept in memory.
     *
     * @param bytes the body, which is not copied
     * @return the request
     */
    public ServiceRequest withBody(byte[] bytes) {
        ServiceRequest copy = copy();
        copy.body = bytes;
        return copy;
    }

    /**
     * Returns a request whose body is read while it is sent. It may take any time, but not be idle for longer than {@link
     * io.kws.sdk.operations.Timeouts#standstill}.
     *
     * @param streamed the body
     * @return the request
     */
    public ServiceRequest withContent(StreamedContent streamed) {
        ServiceRequest copy = copy();
        copy.content = streamed;
        return copy;
    }

    /**
     * Returns a request that may be repeated in other cases than its method says.
     *
     * @param other whether it may be repeated
     * @return the request
     */
    public ServiceRequest withRepeatability(Repeatability other) {
        ServiceRequest copy = copy();
        copy.repeatability = other;
        return copy;
    }

    /**
     * Returns a request whose answer's body is read by the caller while it arrives.
     *
     * @param silence how long the body may pause; zero for any time
     * @return the request
     */
    public ServiceRequest withStreamedAnswer(Duration silence) {
        ServiceRequest copy = copy();
        copy.longestSilence = silence;
        return copy;
    }

    /** {@return the HTTP method} */
    public String method() {
        return method;
    }

    /** {@return the service's type} */
    public String service() {
        return service;
    }

    /** {@return the address} */
    public URI uri() {
        return uri;
    }

    /** {@return the headers' values by name} */
    public Map<String, String> headers() {
        return headers;
    }

    /** {@return the body that is kept in memory, not copied; empty if there is none} */
    public byte[] body() {
        return body;
    }

    /** {@return the body that is read while it is sent, if it is not kept in memory} */
    public Optional<StreamedContent> content() {
        return Optional.ofNullable(content);
    }

    /** {@return whether it may be repeated} */
    public Repeatability repeatability() {
        return repeatability;
    }

    /** {@return how long the answer's body may pause, zero for any time; empty if the answer is kept in memory} */
    public Optional<Duration> longestSilence() {
        return Optional.ofNullable(longestSilence);
    }

    /** {@return whether the body or the answer is too large to be kept in memory} */
    public boolean isTransfer() {
        return content != null || longestSilence != null;
    }

    /** {@return whether the request changes nothing} */
    public boolean isReading() {
        return repeatability == Repeatability.READING || Repeatability.of(method) == Repeatability.READING;
    }

    /** {@return whether the body can be sent a second time} */
    boolean hasRepeatableBody() {
        return content == null || content.isRepeatable();
    }

    /** {@return whether it may be sent again although it may have been carried out} */
    boolean isRepeatable() {
        return (repeatability == Repeatability.READING || repeatability == Repeatability.IDEMPOTENT)
                && hasRepeatableBody();
    }

    /** {@return the path and the query, encoded} */
    public String pathAndQuery() {
        String query = uri.getRawQuery();
        return uri.getRawPath() + (query == null ? "" : "?" + query);
    }

    /**
     * Records in an error of this request that nothing was changed, if the request only reads.
     *
     * @param error the error
     * @param <E> the type of the error
     * @return the error
     */
    public <E extends KwsException> E judged(E error) {
        return isReading() ? ErrorDetails.withoutEffect(error) : error;
    }

    /** {@return method, path and service; not the query, which may hold secrets} */
    @Override
    public String toString() {
        return "%s %s of %s".formatted(method, uri.getRawPath(), service);
    }
}
