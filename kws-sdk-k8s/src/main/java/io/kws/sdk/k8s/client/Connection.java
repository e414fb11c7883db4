package io.kws.sdk.k8s.client;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.operations.Timeouts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** client-java's client with an HTTP client of its own: bounded in time, on daemon threads, and never repeating silently. */
final class Connection {
    private static final int IDLE_CONNECTIONS = 8;
    private static final Duration PING = Duration.ofSeconds(10);
    private static final String[] SCHEMES = {"BearerToken"};

    private final ApiClient api;
    private final String namespace;

    Connection(ApiClients.Client client, Timeouts timeouts, ExecutorService threads) {
        this.api = client.api();
        this.namespace = client.namespace();
        api.setHttpClient(api.getHttpClient()
                .newBuilder()
                .dispatcher(new Dispatcher(threads))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 30, TimeUnit.SECONDS))
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.attempt())
                .writeTimeout(timeouts.attempt())
                .pingInterval(PING)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .eventListenerFactory(call -> new SentListener())
                .build());
    }

    ApiClient api() {
        return api;
    }

    /** Returns the namespace that the configuration prefers; empty if none. */
    String namespace() {
        return namespace;
    }

    OkHttpClient http() {
        return api.getHttpClient();
    }

    /** Returns an HTTP client that waits for the next piece of an answer up to some time. */
    OkHttpClient http(Duration readTimeout) {
        return http().newBuilder().readTimeout(readTimeout).build();
    }

    okhttp3.Request prepare(Request request) {
        okhttp3.Request.Builder builder = new okhttp3.Request.Builder()
                .url(api.getBasePath() + request.pathAndQuery())
                .method(request.method(), body(request))
                .header("Accept", "application/json, */*") // some parts of objects are no JSON
                .tag(AtomicBoolean.class, new AtomicBoolean());
        credentials().forEach(builder::header);
        return builder.build();
    }

    private static @Nullable RequestBody body(Request request) {
        return request.body().isEmpty()
                ? null
                : RequestBody.create(
                        request.body().getBytes(StandardCharsets.UTF_8), MediaType.get(request.contentType()));
    }

    private Map<String, String> credentials() {
        Map<String, String> headers = new HashMap<>();
        List<Pair> query = new ArrayList<>();
        try {
            api.updateParamsForAuth(SCHEMES, query, headers, new HashMap<>(), "", "", URI.create(api.getBasePath()));
            return headers;
        } catch (ApiException e) {
            throw new ConfigurationException("the credentials cannot be used: " + e.getMessage(), e);
        }
    }

    /** Tells whether a request was begun to be sent, so that the cluster may have carried it out. */
    static boolean isSent(okhttp3.Request request) {
        AtomicBoolean sent = request.tag(AtomicBoolean.class);
        return sent == null || sent.get();
    }

    private static final class SentListener extends EventListener {
        @Override
        public void requestHeadersStart(okhttp3.Call call) {
            AtomicBoolean sent = call.request().tag(AtomicBoolean.class);
            if (sent != null) {
                sent.set(true);
            }
        }
    }
}
