package io.kws.sdk.sandbox.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.http.Refusal;
import java.util.Optional;

/** Finds out who logs in, from the body of a request for a token. */
final class Login {
    private final Accounts accounts;
    private final Credentials credentials;
    private final Tokens tokens;

    Login(Accounts accounts, Credentials credentials, Tokens tokens) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    Account account(JsonNode body) {
        JsonNode auth = body.path("auth");
        if (!auth.isObject()) {
            throw malformed("Expecting to find auth in request body.");
        }
        JsonNode identity = auth.path("identity");
        Account account = account(method(body), identity).orElseThrow(Login::unauthorized);
        checkScope(account, auth.path("scope").path("project"));
        return account;
    }

    private Optional<Account> account(String method, JsonNode identity) {
        return switch (method) {
            case "password" -> password(identity.path("password").path("user"));
            case "application_credential" -> credentials.login(identity.path("application_credential"));
            case "token" ->
                tokens.find(identity.path("token").path("id").asText()).map(Token::account);
            default -> Optional.empty();
        };
    }

    String method(JsonNode body) {
        return body.path("auth").path("identity").path("methods").path(0).asText();
    }

    private Optional<Account> password(JsonNode user) {
        String id = user.path("id").asText();
        String name = user.path("name").asText();
        return accounts.find(
                        account -> account.userId().equals(id) || account.name().equals(name))
                .filter(account -> account.name().equals(user.path("password").asText()));
    }

    private static void checkScope(Account account, JsonNode project) {
        String id = project.path("id").asText(account.projectId());
        String name = project.path("name").asText(account.name());
        if (!id.equals(account.projectId()) || !name.equals(account.name())) {
            throw unauthorized();
        }
    }

    private static Refusal unauthorized() {
        return new Refusal(401, "The request you have made requires authentication.");
    }

    private static Refusal malformed(String what) {
        return new Refusal(
                400,
                what
                        + " The server could not comply with the request since it is either malformed or otherwise"
                        + " incorrect. The client is assumed to be in error.");
    }
}
