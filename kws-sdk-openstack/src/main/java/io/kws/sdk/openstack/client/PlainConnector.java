package io.kws.sdk.openstack.client;

import io.kws.sdk.config.Tls;
import io.kws.sdk.driver.http.HttpSender;
import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceRequest;
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
    private static final JdkTransport TRANSPORT = new JdkTransport(HttpClients.of(Tls.standard(), Timeouts.DEFAULT));
    private static final HttpSender SENDER =
            new HttpSender(HttpClients.threads(), Timeouts.DEFAULT, new OpenStackServices());

    private PlainConnector() {}

    /** As in openstack4j's own connectors, whatever goes wrong is a {@link ConnectionException} of status 0. */
    static HttpResponse send(ServiceRequest request, Map<String, Object> headers) {
        try {
            return new PlainResponse(sendOrLogIn(request, headers));
        } catch (RuntimeException e) {
            throw new ConnectionException(e.getMessage(), 0, e);
        }
    }

    private static ServiceAnswer sendOrLogIn(ServiceRequest request, Map<String, Object> headers) {
        boolean isLogin = headers.containsKey(ClientConstants.HEADER_OS4J_AUTH);
        Object token = headers.get(ClientConstants.HEADER_X_AUTH_TOKEN);
        ServiceAnswer answer = SENDER.send(TRANSPORT, token == null ? request : withToken(request, token.toString()));
        if (answer.status() != 401 || isLogin) {
            return answer;
        }
        OSAuthenticator.reAuthenticate();
        return SENDER.send(
                TRANSPORT, withToken(request, OSClientSession.getCurrent().getTokenId()));
    }

    private static ServiceRequest withToken(ServiceRequest request, String token) {
        return request.withHeader(ClientConstants.HEADER_X_AUTH_TOKEN, token);
    }

    private static final class PlainResponse extends ConnectorResponse {
        PlainResponse(ServiceAnswer answer) {
            super(answer);
        }

        @Override
        RuntimeException misfit(Class<?> type, IOException cause) {
            return new ClientResponseException(cause.getMessage(), 0, cause);
        }
    }
}
