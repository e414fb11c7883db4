package io.kws.sdk.openstack.client;

import io.kws.sdk.config.Tls;
import io.kws.sdk.operations.Timeouts;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives each node its HTTP client. Nodes that ask for nothing special share one, with its threads and its selector, as there
 * may be many of them.
 */
final class HttpClients {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Executor THREADS = Executors.newCachedThreadPool(HttpClients::daemon);

    /** By the time to connect. Who holds none lets it go. */
    private static final Map<Duration, Reference<HttpClient>> STANDARD = new ConcurrentHashMap<>();

    private HttpClients() {}

    /** Returns the threads that attempts run on; none of them ever waits for another. */
    static Executor threads() {
        return THREADS;
    }

    static HttpClient of(Tls tls, Timeouts timeouts) {
        return TlsContexts.of(tls)
                .map(context -> client(timeouts.connect()).sslContext(context).build())
                .orElseGet(() -> standard(timeouts.connect()));
    }

    private static HttpClient standard(Duration connect) {
        Reference<HttpClient> shared = STANDARD.compute(connect, (time, old) -> {
            HttpClient client = old == null ? null : old.get();
            return client == null ? new WeakReference<>(client(time).build()) : old;
        });
        HttpClient client = shared.get();
        return client == null ? standard(connect) : client;
    }

    private static HttpClient.Builder client(Duration connect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(THREADS)
                .connectTimeout(connect);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "kws-call-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
