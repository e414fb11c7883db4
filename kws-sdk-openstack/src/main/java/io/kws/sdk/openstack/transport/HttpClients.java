package io.kws.sdk.openstack.transport;

import io.kws.sdk.config.Tls;
import io.kws.sdk.operations.Timeouts;
import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the HTTP client of a node. All share their threads, as there may be many nodes. */
final class HttpClients {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Executor THREADS = Executors.newCachedThreadPool(HttpClients::daemon);

    private HttpClients() {}

    static HttpClient of(Tls tls, Timeouts timeouts) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(THREADS)
                .connectTimeout(timeouts.connect());
        TlsContexts.of(tls).ifPresent(builder::sslContext);
        return builder.build();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "kws-call-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
