package io.kws.sdk.k8s.client;

import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.driver.http.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests by OkHttp.
 *
 * @param client the HTTP client, which must not repeat requests by itself and have a {@link SentListener}
 */
record OkHttpTransport(OkHttpClient client) implements Transport {
    @Override
    public Exchange prepare(ServiceRequest request) {
        Optional<Duration> silence = request.longestSilence();
        OkHttpClient patient = silence.isPresent() ? withReadTimeout(silence.get()) : client;
        return new Attempt(patient.newCall(okHttp(request)), silence.isPresent());
    }

    /** Returns a client that shares all connections and waits for the next piece of an answer up to some time. */
    OkHttpClient withReadTimeout(Duration timeout) {
        return client.newBuilder().readTimeout(timeout).build();
    }

    /** Returns the request as OkHttp wants it. */
    static Request okHttp(ServiceRequest request) {
        Request.Builder builder = new Request.Builder()
                .url(request.uri().toString())
                .method(request.method(), body(request))
                .tag(AtomicBoolean.class, new AtomicBoolean());
        request.headers().forEach(builder::header);
        return builder.build();
    }

    private static @Nullable RequestBody body(ServiceRequest request) {
        return request.body().length == 0 ? null : RequestBody.create(request.body(), null);
    }

    /** Reads an answer to its end and closes it. */
    static ServiceAnswer whole(Response response) throws IOException {
        try (response) {
            return new ServiceAnswer(
                    response.code(),
                    response.headers().toMultimap(),
                    new ByteArrayInputStream(response.body().bytes()));
        }
    }

    /** An interrupt while OkHttp writes to a connection would break it for the others that use it, so none is sent. */
    private record Attempt(Call call, boolean isStreamed) implements Exchange {
        @Override
        public ServiceAnswer send() throws IOException {
            Response response = call.execute();
            return isStreamed && response.isSuccessful() ? streamed(response) : whole(response);
        }

        private ServiceAnswer streamed(Response response) {
            return new ServiceAnswer(
                    response.code(), response.headers().toMultimap(), new StreamingBody(call, response));
        }

        @Override
        public void cancel() {
            call.cancel();
        }

        @Override
        public boolean isInterruptible() {
            return false;
        }

        @Override
        public boolean isSent(Throwable failure) {
            AtomicBoolean sent = call.request().tag(AtomicBoolean.class);
            return sent == null || sent.get();
        }
    }

    /** Notes that a request is about to be sent, so that the cluster may have carried it out. */
    static final class SentListener extends EventListener {
        @Override
        public void requestHeadersStart(Call call) {
            AtomicBoolean sent = call.request().tag(AtomicBoolean.class);
            if (sent != null) {
                sent.set(true);
            }
        }
    }
}
