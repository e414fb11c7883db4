package io.kws.sdk.openstack.client;

import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.errors.ServiceFailureException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstack4j.core.transport.ClientConstants;
import org.openstack4j.core.transport.ExecutionOptions;
import org.openstack4j.core.transport.HttpEntityHandler;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.core.transport.ObjectMapperSingleton;

/** An answer as openstack4j reads it; unreadable content is a {@link ServiceFailureException}. */
class ConnectorResponse implements HttpResponse {
    private final ServiceAnswer answer;

    ConnectorResponse(ServiceAnswer answer) {
        this.answer = answer;
    }

    @Override
    public <T> T getEntity(Class<T> returnType) {
        return HttpEntityHandler.handle(this, returnType, null, true);
    }

    @Override
    public <T> T getEntity(Class<T> returnType, ExecutionOptions<T> options) {
        return HttpEntityHandler.handle(this, returnType, options, true);
    }

    @Override
    public <T> @Nullable T readEntity(Class<T> type) {
        byte[] body = answer.bytes();
        if (body.length == 0) {
            return null;
        }
        try {
            return ObjectMapperSingleton.getContext(type).readerFor(type).readValue(body);
        } catch (IOException e) {
            throw misfit(type, e);
        }
    }

    RuntimeException misfit(Class<?> type, IOException cause) {
        return new ServiceFailureException("the answer does not fit openstack4j's " + type.getSimpleName(), cause);
    }

    @Override
    public int getStatus() {
        return answer.status();
    }

    @Override
    public @Nullable String getContentType() {
        return header(ClientConstants.HEADER_CONTENT_TYPE);
    }

    /** HTTP/2 has no such text any more, so it is made of the status. */
    @Override
    public String getStatusMessage() {
        return "HTTP " + answer.status();
    }

    @Override
    public InputStream getInputStream() {
        return answer.body();
    }

    @Override
    public @Nullable String header(String name) {
        return answer.header(name).orElse(null);
    }

    @Override
    public Map<String, String> headers() {
        return answer.headers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
