package io.kws.sdk.openstack.transport;

import io.kws.sdk.config.Tls;
import io.kws.sdk.operations.Timeouts;
import java.net.http.HttpClient;

/** Makes the HTTP client of a node. */
final class HttpClients {
    private HttpClients() {}

    static HttpClient of(Tls tls, Timeouts timeouts) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect());
        TlsContexts.of(tls).ifPresent(builder::sslContext);
        return builder.build();
    }
}
