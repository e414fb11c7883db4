package io.kws.sdk.openstack.client;

import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.driver.http.Session;
import io.kws.sdk.driver.http.Sessions;
import io.kws.sdk.driver.http.StreamedContent;
import io.kws.sdk.driver.http.Transport;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.NodeUnavailableException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Makes calls with a token; when the token is refused, once more with a new one. The new one may have expired already, too,
 * which shows by its having been good for other calls, or a later token. Thread-safe.
 */
final class TokenSessions implements Sessions {
    /** More tokens than these do not expire during one call by coincidence. */
    private static final int MOST_RENEWALS = 10;

    private final TokenCache tokens;
    private final Transport transport;

    /** By service, the new token that it refused as well: another login would not help. */
    private final Map<String, Token> refused = new ConcurrentHashMap<>();

    /** By service, the newest token that it accepted. */
    private final Map<String, Token> accepted = new ConcurrentHashMap<>();

    TokenSessions(TokenCache tokens, Transport transport) {
        this.tokens = tokens;
        this.transport = transport;
    }

    /** A token and the transport. */
    private record TokenSession(Token token, Transport transport) implements Session {
        @Override
        public ServiceRequest authorize(ServiceRequest request) {
            return request.withHeader("X-Auth-Token", token.id().reveal());
        }
    }

    @Override
    public ServiceAnswer use(ServiceRequest request, Function<Session, ServiceAnswer> call) {
        Token token = tokens.token();
        for (int renewals = 0; ; renewals++) {
            try {
                return callWith(token, request, call);
            } catch (AuthenticationFailedException e) {
                if (!mayHaveExpired(token, request.service(), renewals)) {
                    refused.put(request.service(), token);
                    throw e;
                }
                if (token.equals(refused.get(request.service()))) {
                    throw e;
                }
            }
            token = tokens.renew(token);
            if (!request.content().map(StreamedContent::isRepeatable).orElse(true)) {
                throw new NodeUnavailableException("the token expired during the upload; upload again");
            }
        }
    }

    private boolean mayHaveExpired(Token token, String service, int renewals) {
        return renewals < MOST_RENEWALS && (renewals == 0 || wasGood(token, service));
    }

    private boolean wasGood(Token token, String service) {
        Token good = accepted.get(service);
        return good != null && good.isAtLeast(token);
    }

    private ServiceAnswer callWith(Token token, ServiceRequest request, Function<Session, ServiceAnswer> call) {
        ServiceAnswer answer = call.apply(new TokenSession(token, transport));
        accepted.merge(request.service(), token, Token::newer);
        if (!refused.isEmpty()) {
            refused.remove(request.service());
        }
        return answer;
    }
}
