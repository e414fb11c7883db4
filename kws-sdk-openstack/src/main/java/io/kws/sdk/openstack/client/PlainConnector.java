package io.kws.sdk.openstack.client;

import io.kws.sdk.config.Tls;
import io.kws.sdk.operations.Timeouts;
import java.io.IOException;
import java.util.Map;
import org.openstack4j.api.exceptions.ClientResponseException;
import org.openstack4j.api.exceptions.ConnectionException;
import org.openstack4j.core.transport.ClientConstants;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.openstack.internal.OSAuthenticator;
import org.openstack4j.openstack.internal.OSClientSession;

/** Serves a program's own use of openstack4j beside the SDK, the way openstack4j's own connectors do. */
final class PlainConnector {
    private static final HttpSender WIRE =
            new HttpSender(HttpClients.of(Tls.standard(), Timeouts.DEFAULT), Timeouts.DEFAULT, Integer.MAX_VALUE);

    private PlainConnector() {}

    /** As in openstack4j's own connectors, whatever goes wrong is a {@link ConnectionException} of status 0. */
    static HttpResponse send(Exchange exchange, Map<String, Object> headers) {
        try {
            return new PlainResponse(sendOrLogIn(exchange, headers));
        } catch (RuntimeException e) {
            throw new ConnectionException(e.getMessage(), 0, e);
        }
    }

    private static Answer sendOrLogIn(Exchange exchange, Map<String, Object> headers) {
        boolean isLogin = headers.containsKey(ClientConstants.HEADER_OS4J_AUTH);
        Object token = headers.get(ClientConstants.HEADER_X_AUTH_TOKEN);
        Answer answer = WIRE.send(token == null ? exchange : withToken(exchange, token.toString()));
        if (answer.status() != 401 || isLogin) {
            return answer;
        }
        OSAuthenticator.reAuthenticate();
        return WIRE.send(withToken(exchange, OSClientSession.getCurrent().getTokenId()));
    }

    private static Exchange withToken(Exchange exchange, String token) {
        return exchange.with(ClientConstants.HEADER_X_AUTH_TOKEN, token);
    }

    private static final class PlainResponse extends ConnectorResponse {
        PlainResponse(Answer answer) {
            super(answer);
        }

        @Override
        RuntimeException misfit(Class<?> type, IOException cause) {
            return new ClientResponseException(cause.getMessage(), 0, cause);
        }
    }
}
