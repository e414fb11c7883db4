package io.kws.sdk.openstack.transport;

import io.kws.sdk.config.Tls;
import io.kws.sdk.operations.Timeouts;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the HTTP client of a node. */
final class HttpClients {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private HttpClients() {}

    static HttpClient of(Tls tls, Timeouts timeouts) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newCachedThreadPool(HttpClients::daemon))
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
