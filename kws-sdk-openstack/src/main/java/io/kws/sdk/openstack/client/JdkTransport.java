package io.kws.sdk.openstack.client;

import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.driver.http.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;

/**
 * Sends requests by the JDK's HTTP client, and not by {@link HttpClient#sendAsync}: that finishes on the JVM's common pool,
 * so it never would on a small machine whose program calls the SDK from there.
 */
record JdkTransport(HttpClient client) implements Transport {
    @Override
    public Exchange prepare(ServiceRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).method(request.method(), body(request));
        request.headers().forEach(builder::header);
        return new Attempt(client, builder.build(), handler(request));
    }

    private static BodyPublisher body(ServiceRequest request) {
        if (request.content().isPresent()) {
            return ((Upload) request.content().get()).publisher();
        }
        return request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
    }

    /** Always reads a refusal's body to its end, so that it never lands where the content was to go. */
    private static BodyHandler<InputStream> handler(ServiceRequest request) {
        return info -> request.longestSilence().isPresent() && info.statusCode() < 400
                ? new StreamingBody(request.longestSilence().get(), request.toString())
                : BodySubscribers.mapping(BodySubscribers.ofByteArray(), ByteArrayInputStream::new);
    }

    private record Attempt(HttpClient client, HttpRequest request, BodyHandler<InputStream> handler)
            implements Exchange {
        @Override
        public ServiceAnswer send() throws IOException, InterruptedException {
            HttpResponse<InputStream> response = client.send(request, handler);
            return new ServiceAnswer(response.statusCode(), response.headers().map(), response.body());
        }

        @Override
        public boolean isSent(Throwable failure) {
            return !(failure instanceof ConnectException) && !(failure instanceof HttpConnectTimeoutException);
        }
    }
}
