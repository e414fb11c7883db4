package io.kws.sdk.k8s.client;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.driver.http.Session;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.operations.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;

/** client-java's client with an HTTP client of its own: bounded in time, on daemon threads, and never repeating silently. */
final class Connection implements Session {
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
                .eventListenerFactory(call -> new OkHttpTransport.SentListener())
                .build());
    }

    ApiClient api() {
        return api;
    }

    /** Returns the namespace that the configuration prefers; empty if none. */
    String namespace() {
        return namespace;
    }

    /** Closes idle connections. */
    void close() {
        api.getHttpClient().connectionPool().evictAll();
    }

    @Override
    public OkHttpTransport transport() {
        return new OkHttpTransport(api.getHttpClient());
    }

    @Override
    public ServiceRequest authorize(ServiceRequest request) {
        return request.withUri(URI.create(api.getBasePath() + request.pathAndQuery()))
                .withHeaders(credentials());
    }

    private Map<String, String> credentials() {
        Map<String, String> headers = new HashMap<>();
        List<Pair> query = new ArrayList<>();
        try {
            api.updateParamsForAuth(SCHEMES, query, headers, new HashMap<>(), "", "", URI.create(api.getBasePath()));
            return headers;
        } catch (ApiException e) {
            throw new ConfigurationException("the credentials for the cluster cannot be used: " + e.getMessage(), e);
        }
    }
}
