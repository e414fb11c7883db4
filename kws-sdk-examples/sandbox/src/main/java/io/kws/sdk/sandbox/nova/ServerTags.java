package io.kws.sdk.sandbox.nova;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;

/** The tags of servers, since 2.26. */
final class ServerTags {
    private static final String PATH = "/v2.1/servers/{id}/tags";

    private final Site site;
    private final ServerStore servers;

    ServerTags(Site site, ServerStore servers) {
        this.site = site;
        this.servers = servers;
    }

    void register(Routes routes) {
        routes.on("GET", PATH, request -> all(server(request)))
                .on("PUT", PATH, this::replace)
                .on("DELETE", PATH, this::clear)
                .on("GET", PATH + "/{tag}", this::check)
                .on("PUT", PATH + "/{tag}", this::add)
                .on("DELETE", PATH + "/{tag}", this::remove);
    }

    private Answer replace(Request request) {
        Server server = server(request);
        server.tags().clear();
        request.json().path("tags").forEach(tag -> server.tags().add(tag.asText()));
        return all(server);
    }

    private Answer clear(Request request) {
        server(request).tags().clear();
        return Answer.empty(204);
    }

    private Answer check(Request request) {
        Server server = server(request);
        if (!server.tags().contains(request.at("tag"))) {
            throw missing(server, request.at("tag"));
        }
        return Answer.empty(204);
    }

    private Answer add(Request request) {
        Server server = server(request);
        if (!server.tags().add(request.at("tag"))) {
            return Answer.empty(204);
        }
        String path = "/compute/v2.1/servers/" + server.id() + "/tags/" + request.at("tag");
        return Answer.empty(201)
                .header("Content-Type", "text/html; charset=UTF-8")
                .header("Location", site.url(path));
    }

    private Answer remove(Request request) {
        Server server = server(request);
        if (!server.tags().remove(request.at("tag"))) {
            throw missing(server, request.at("tag"));
        }
        return Answer.empty(204);
    }

    private Server server(Request request) {
        Microversion.of(request).require(26);
        return servers.get(request);
    }

    private static Refusal missing(Server server, String tag) {
        return new Refusal(404, "Instance " + server.id() + " has no tag '" + tag + "'");
    }

    private static Answer all(Server server) {
        return Answer.json(200, Json.wrap("tags", Json.texts(server.tags())));
    }
}
