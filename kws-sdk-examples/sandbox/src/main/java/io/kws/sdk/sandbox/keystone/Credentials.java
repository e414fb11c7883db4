package io.kws.sdk.sandbox.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Application credentials: made, listed, deleted, and good for a login. */
final class Credentials {
    private final Map<String, Credential> byId = new LinkedHashMap<>();
    private final Accounts accounts;
    private final Ids ids;
    private final String root;

    Credentials(Accounts accounts, Ids ids, String root) {
        this.accounts = accounts;
        this.ids = ids;
        this.root = root;
    }

    void register(Routes routes) {
        String path = "/v3/users/{user}/application_credentials";
        routes.on("GET", path, this::list)
                .on("POST", path, this::create)
                .on("GET", path + "/{id}", request -> show(200, get(request).json(root)))
                .on("DELETE", path + "/{id}", this::delete);
    }

    Optional<Account> login(JsonNode credential) {
        return byId.values().stream()
                .filter(each -> each.secret().equals(credential.path("secret").asText()))
                .filter(each -> each.id().equals(credential.path("id").asText())
                        || each.name().equals(credential.path("name").asText(null)))
                .map(Credential::account)
                .findFirst();
    }

    private Answer list(Request request) {
        Account owner = owner(request);
        List<ObjectNode> mine = byId.values().stream()
                .filter(each -> each.account().equals(owner))
                .map(each -> each.json(root))
                .toList();
        ObjectNode body = Json.wrap("application_credentials", Json.list(mine));
        body.set("links", Json.object().putNull("next").put("self", root).putNull("previous"));
        return Answer.json(200, body);
    }

    private Answer create(Request request) {
        Account owner = owner(request);
        JsonNode spec = request.json().path("application_credential");
        String name = spec.path("name").asText("");
        if (name.isBlank()) {
            throw new Refusal(400, "'name' is a required property");
        }
        if (byId.values().stream().anyMatch(each -> each.name().equals(name))) {
            throw new Refusal(
                    409,
                    "Conflict occurred attempting to store application_credential - Duplicate entry found with name "
                            + name + ".");
        }
        String secret = spec.path("secret").asText(Ids.secret(64));
        Credential made = new Credential(ids.hex(), owner, secret, spec, roles(owner, spec));
        byId.put(made.id(), made);
        return show(201, made.json(root).put("secret", secret));
    }

    private static List<Account.Role> roles(Account owner, JsonNode spec) {
        if (!spec.path("roles").isArray()) {
            return owner.roles();
        }
        List<Account.Role> wanted = new ArrayList<>(owner.roles());
        wanted.removeIf(
                role -> spec.path("roles").findValuesAsText("name").stream().noneMatch(role.name()::equals)
                        && spec.path("roles").findValuesAsText("id").stream().noneMatch(role.id()::equals));
        return List.copyOf(wanted);
    }

    private Answer delete(Request request) {
        byId.remove(get(request).id());
        return Answer.empty(204);
    }

    private Credential get(Request request) {
        Account owner = owner(request);
        return Optional.ofNullable(byId.get(request.at("id")))
                .filter(each -> each.account().equals(owner))
                .orElseThrow(
                        () -> new Refusal(404, "Could not find Application Credential: " + request.at("id") + "."));
    }

    private Account owner(Request request) {
        return accounts.ofUser(request.at("user"))
                .filter(account -> account.userId().equals(request.caller().userId()))
                .orElseThrow(() -> new Refusal(403, "You are not authorized to perform the requested action."));
    }

    private static Answer show(int status, ObjectNode credential) {
        return Answer.json(status, Json.wrap("application_credential", credential));
    }
}
