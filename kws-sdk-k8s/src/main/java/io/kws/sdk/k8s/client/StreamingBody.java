package io.kws.sdk.k8s.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;

/** The body of an answer that is read while it arrives. */
final class StreamingBody extends FilterInputStream {
    private final Call call;
    private final Response response;

    StreamingBody(Call call, Response response) {
        super(response.body().byteStream());
        this.call = call;
        this.response = response;
    }

    /** Returns the next line; empty at the end. */
    Optional<String> nextLine() throws IOException {
        return Optional.ofNullable(response.body().source().readUtf8Line());
    }

    /** Ends the call from another thread than that which reads; the reader gets an error. */
    void cancel() {
        call.cancel();
    }

    /** Gives the connection up, as reading to the end may take for ever. */
    @Override
    public void close() {
        call.cancel();
        response.close();
    }
}
