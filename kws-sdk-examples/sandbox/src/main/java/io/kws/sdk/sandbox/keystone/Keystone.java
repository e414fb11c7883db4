package io.kws.sdk.sandbox.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Html;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.function.Function;

/** Identity v3 with two users, {@code demo} and {@code admin}. Thread-safe. */
public final class Keystone extends Service {
    private final String root;
    private final Tokens tokens;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Login login;

    /**
     * Starts the service.
     *
     * @param site the node it belongs to
     */
    public Keystone(Site site) {
        this(site, new Tokens(site));
    }

    private Keystone(Site site, Tokens tokens) {
        super("identity", site, id -> tokens.find(id).map(Token::caller));
        this.root = site.url("/identity/v3");
        this.tokens = tokens;
        this.accounts = new Accounts(site.ids());
        this.catalog = new Catalog(site);
        Credentials credentials = new Credentials(accounts, site.ids(), root);
        this.login = new Login(accounts, credentials, tokens);
        open().on("GET", "/", request -> Answer.json(300, versions()).header("Location", root + "/"))
                .on("GET", "/v3", request -> Answer.json(200, Json.wrap("version", version())))
                .on("POST", "/v3/auth/tokens", this::issue);
        routes().on("GET", "/v3/auth/tokens", request -> validate(subject(request)))
                .on("HEAD", "/v3/auth/tokens", request -> validate(subject(request)))
                .on("DELETE", "/v3/auth/tokens", this::revoke)
                .on("GET", "/v3/auth/catalog", this::showCatalog)
                .on("GET", "/v3/auth/projects", request -> list("projects", List.of(me(request)), this::project));
        registerAdministration();
        credentials.register(routes());
    }

    private void registerAdministration() {
        routes().on("GET", "/v3/projects", request -> list("projects", all(request, "list_projects"), this::project))
                .on("GET", "/v3/users", request -> list("users", all(request, "list_users"), this::user))
                .on("GET", "/v3/projects/{id}", this::showProject)
                .on("GET", "/v3/users/{id}", this::showUser)
                .on("GET", "/v3/users/{id}/projects", request -> list("projects", List.of(me(request)), this::project))
                .on("GET", "/v3/services", request -> {
                    all(request, "list_services");
                    return Answer.json(200, Json.wrap("services", catalog.services(root)));
                })
                .on("GET", "/v3/endpoints", request -> {
                    all(request, "list_endpoints");
                    return Answer.json(200, Json.wrap("endpoints", catalog.endpoints(root)));
                })
                .on("GET", "/v3/regions", request -> Answer.json(200, Json.wrap("regions", regions())))
                .on("GET", "/v3/domains/default", request -> Answer.json(200, Json.wrap("domain", domain())))
                .on("GET", "/v3/domains", request -> {
                    all(request, "list_domains");
                    return Answer.json(200, Json.wrap("domains", Json.array().add(domain())));
                });
    }

    /** {@return the tokens handed out} */
    public Tokens tokens() {
        return tokens;
    }

    /** {@return the services the node says it has} */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * Returns a user with the project of the same name.
     *
     * @param name {@code demo} or {@code admin}
     * @return the user as it calls services
     */
    public Caller user(String name) {
        return accounts.named(name).caller();
    }

    private Answer issue(Request request) {
        JsonNode body = body(request);
        Token token = tokens.issue(login.account(body), login.method(body));
        return answer(201, token);
    }

    private static JsonNode body(Request request) {
        try {
            return request.json();
        } catch (Refusal refusal) {
            throw new Refusal(
                    400,
                    "Expecting to find valid JSON in request body. The server could not comply with the request since"
                            + " it is either malformed or otherwise incorrect. The client is assumed to be in error.");
        }
    }

    private Answer validate(Token token) {
        return answer(200, token);
    }

    private Answer revoke(Request request) {
        tokens.revoke(subject(request));
        return Answer.empty(204);
    }

    private Token subject(Request request) {
        String id = request.header("X-Subject-Token")
                .orElseThrow(() -> new Refusal(
                        403, "You are not authorized to perform the requested action: identity:validate_token."));
        return tokens.find(id).orElseThrow(() -> new Refusal(404, "Failed to validate token"));
    }

    private Answer answer(int status, Token token) {
        ObjectNode body = token.body(catalog.of(token.caller().projectId()));
        return Answer.json(status, body).header("X-Subject-Token", token.id());
    }

    private Answer showCatalog(Request request) {
        return Answer.json(200, Json.wrap("catalog", catalog.of(request.caller().projectId())));
    }

    private Answer showProject(Request request) {
        return accounts.find(account -> account.projectId().equals(request.at("id")))
                .filter(account -> request.caller().owns(account.projectId()))
                .map(account -> Answer.json(200, Json.wrap("project", project(account))))
                .orElseThrow(() -> new Refusal(404, "Could not find project: " + request.at("id") + "."));
    }

    private Answer showUser(Request request) {
        return accounts.ofUser(request.at("id"))
                .filter(account -> request.caller().owns(account.projectId()))
                .map(account -> Answer.json(200, Json.wrap("user", user(account))))
                .orElseThrow(() -> new Refusal(404, "Could not find user: " + request.at("id") + "."));
    }

    private Answer list(String name, List<Account> of, Function<Account, JsonNode> view) {
        ObjectNode body = Json.wrap(name, Json.list(of.stream().map(view).toList()));
        body.set(
                "links",
                Json.object().putNull("next").put("self", root + "/" + name).putNull("previous"));
        return Answer.json(200, body);
    }

    private List<Account> all(Request request, String action) {
        if (!request.caller().isAdmin()) {
            throw new Refusal(403, "You are not authorized to perform the requested action: identity:" + action + ".");
        }
        String name = request.query().last("name").orElse("");
        return accounts.all().stream()
                .filter(account -> name.isEmpty() || account.name().equals(name))
                .toList();
    }

    private Account me(Request request) {
        return accounts.named(request.caller().userName());
    }

    private JsonNode project(Account account) {
        return account.project(root);
    }

    private JsonNode user(Account account) {
        return account.user(root);
    }

    private static ArrayNode regions() {
        return Json.array().add(Json.object().put("id", "RegionOne").put("description", ""));
    }

    private static ObjectNode domain() {
        return Json.object().put("id", "default").put("name", "Default").put("enabled", true);
    }

    private ObjectNode versions() {
        return Json.wrap("versions", Json.wrap("values", Json.array().add(version())));
    }

    private ObjectNode version() {
        ObjectNode version =
                Json.object().put("id", "v3.14").put("status", "stable").put("updated", "2020-04-07T00:00:00Z");
        version.putArray("links").addObject().put("rel", "self").put("href", root + "/");
        version.putArray("media-types")
                .addObject()
                .put("base", "application/json")
                .put("type", "application/vnd.openstack.identity-v3+json");
        return version;
    }

    /** {@inheritDoc} */
    @Override
    protected Answer finish(Request request, Answer answer) {
        return answer.header("Vary", "X-Auth-Token")
                .header("x-openstack-request-id", request.id())
                .header("Connection", "close");
    }

    /** {@inheritDoc} */
    @Override
    protected Answer refuse(Request request, Refusal refusal) {
        if (refusal.status() == 404 && refusal.type().equals("HTTPNotFound")) {
            return Html.page(404, "The requested URL was not found on the server.");
        }
        if (refusal.status() == 401) {
            return unauthorized(refusal);
        }
        ObjectNode error = Json.object()
                .put("code", refusal.status())
                .put("message", refusal.message())
                .put("title", Html.title(refusal.status()));
        return Answer.json(refusal.status(), Json.wrap("error", error));
    }
}
