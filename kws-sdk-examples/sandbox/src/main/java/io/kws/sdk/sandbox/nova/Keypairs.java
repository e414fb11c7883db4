package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Page;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Remnant;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The users' keypairs; names are unique for a user. */
final class Keypairs {
    private static final String PATH = "/v2.1/os-keypairs";

    private final Map<String, Keypair> byUserAndName = new TreeMap<>();
    private final Site site;
    private int made;

    Keypairs(Site site) {
        this.site = site;
    }

    void register(Routes routes) {
        routes.on("GET", PATH, this::list)
                .on("POST", PATH, this::create)
                .on("GET", PATH + "/{name}", this::show)
                .on("DELETE", PATH + "/{name}", this::delete);
    }

    Optional<Keypair> find(String userId, String name) {
        return Optional.ofNullable(byUserAndName.get(key(userId, name)));
    }

    int used(String userId) {
        return (int) of(userId).count();
    }

    List<Remnant> remnants() {
        return byUserAndName.values().stream()
                .map(keypair -> new Remnant("keypair", keypair.name(), keypair.name()))
                .toList();
    }

    private Stream<Keypair> of(String userId) {
        return byUserAndName.values().stream()
                .filter(keypair -> keypair.userId().equals(userId));
    }

    private static String key(String userId, String name) {
        return userId + "/" + name;
    }

    private Answer list(Request request) {
        Microversion version = Microversion.of(request);
        List<Keypair> all = of(request.caller().userId()).toList();
        Page<Keypair> page = Page.of(all, request.query(), Keypair::name, version.atLeast(35) ? 1000 : 100_000);
        ObjectNode body = Json.wrap("keypairs", Json.array());
        page.items().forEach(keypair -> body.withArray("keypairs").add(Json.wrap("keypair", keypair.brief(version))));
        if (page.more()) {
            String last = page.items().get(page.items().size() - 1).name();
            body.set("keypairs_links", Page.next(site.url(request.fullPath()), request.query(), last));
        }
        return Answer.json(200, body);
    }

    private Answer create(Request request) {
        Microversion version = Microversion.of(request);
        JsonNode spec = request.json().path("keypair");
        String name = checkedName(spec);
        boolean imported = spec.hasNonNull("public_key");
        if (!imported && version.atLeast(92)) {
            throw missing(spec, "public_key");
        }
        KeyMaker.Pair pair =
                imported ? new KeyMaker.Pair("", spec.path("public_key").asText()) : KeyMaker.make();
        String fingerprint = KeyMaker.fingerprint(pair.publicKey())
                .orElseThrow(() -> new Refusal(400, "Keypair data is invalid: failed to generate fingerprint"));
        String userId = request.caller().userId();
        checkNew(request, userId, name);
        Keypair keypair = new Keypair(++made, userId, name, pair.publicKey(), fingerprint, site.micros());
        byUserAndName.put(key(userId, name), keypair);
        ObjectNode body = keypair.brief(version).put("user_id", userId);
        if (!imported) {
            body.put("private_key", pair.privateKey());
        }
        return Answer.json(version.atLeast(2) ? 201 : 200, Json.wrap("keypair", body));
    }

    private void checkNew(Request request, String userId, String name) {
        if (find(userId, name).isPresent()) {
            throw new Refusal(409, "Key pair '" + name + "' already exists.");
        }
        if (!site.limits().allows(request.caller().projectId(), "key_pairs", used(userId) + 1)) {
            throw new Refusal(403, "Quota exceeded, too many key pairs.");
        }
    }

    private static String checkedName(JsonNode spec) {
        String name = spec.path("name").asText("");
        if (name.isEmpty()) {
            throw missing(spec, "name");
        }
        if (!name.matches("[_\\- 0-9a-zA-Z]{1,255}")) {
            throw new Refusal(
                    400,
                    "An invalid 'name' value was provided. The name must be: Only expected characters: [_-"
                            + " 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ]");
        }
        return name;
    }

    private static Refusal missing(JsonNode spec, String property) {
        return new Refusal(
                400,
                "Invalid input for field/attribute keypair. Value: " + Python.repr(spec) + ". '" + property
                        + "' is a required property");
    }

    private Answer show(Request request) {
        return Answer.json(200, Json.wrap("keypair", get(request).full(Microversion.of(request))));
    }

    private Answer delete(Request request) {
        Keypair keypair = get(request);
        byUserAndName.remove(key(keypair.userId(), keypair.name()));
        int status = Microversion.of(request).atLeast(2) ? 204 : 202;
        return Answer.empty(status).header("Content-Type", "application/json");
    }

    private Keypair get(Request request) {
        String userId = request.caller().userId();
        return find(userId, request.at("name"))
                .orElseThrow(() -> new Refusal(404, "Keypair " + request.at("name") + " not found for user " + userId));
    }
}
