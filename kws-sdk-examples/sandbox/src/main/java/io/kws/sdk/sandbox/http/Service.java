package io.kws.sdk.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Guard;
import io.kws.sdk.sandbox.site.Site;
import java.util.Optional;

/**
 * One OpenStack service under its own path. Asks for a token, finds the route, runs it alone on the
 * node, and writes refusals the way the genuine service does. Thread-safe.
 */
public abstract class Service implements Endpoint {
    private final String prefix;
    private final Site site;
    private final Guard guard;
    private final Routes open = new Routes();
    private final Routes routes = new Routes();

    /**
     * Makes a service without routes.
     *
     * @param prefix the first segment of its paths
     * @param site the node it belongs to
     * @param guard checks the tokens
     */
    protected Service(String prefix, Site site, Guard guard) {
        this.prefix = prefix;
        this.site = site;
        this.guard = guard;
    }

    /** {@return the first segment of its paths} */
    public final String prefix() {
        return prefix;
    }

    /** {@return the node it belongs to} */
    protected final Site site() {
        return site;
    }

    /** {@return the routes that need no token} */
    protected final Routes open() {
        return open;
    }

    /** {@return the routes that need a token} */
    protected final Routes routes() {
        return routes;
    }

    @Override
    public final Answer answer(Request request) {
        request.below(1);
        try {
            return finish(request, run(request));
        } catch (Refusal refusal) {
            return finish(request, refuse(request, refusal));
        }
    }

    @Override
    public final Answer failure(Request request, int status) {
        return finish(request, refuse(request, new Refusal(status, Html.title(status))));
    }

    private Answer run(Request request) {
        Optional<Routes.Match> free = open.find(request.method(), request.path());
        if (free.isPresent()) {
            return run(free.get(), request);
        }
        Caller caller = guard.admit(request.header("X-Auth-Token").orElse(null))
                .orElseThrow(() -> new Refusal(401, "The request you have made requires authentication."));
        request.by(caller);
        check(request);
        Routes.Match match = routes.find(request.method(), request.path())
                .orElseThrow(() -> routes.knows(request.path()) ? wrongMethod() : notFound());
        return run(match, request);
    }

    private Answer run(Routes.Match match, Request request) {
        request.with(match.variables());
        if (match.streaming()) {
            return match.handler().answer(request);
        }
        request.load();
        return site.alone(() -> match.handler().answer(request));
    }

    /**
     * Looks at a request with a valid token before it is routed.
     *
     * @param request the request
     * @throws Refusal if it goes no further
     */
    protected void check(Request request) {}

    /**
     * Adds what every answer of the service has.
     *
     * @param request the request
     * @param answer the answer so far
     * @return the answer to send
     */
    protected abstract Answer finish(Request request, Answer answer);

    /**
     * Writes a refusal the way the service does.
     *
     * @param request the request
     * @param refusal why it is not carried out
     * @return the answer
     */
    protected abstract Answer refuse(Request request, Refusal refusal);

    /**
     * Answers as Keystone's filter does in front of most services.
     *
     * @param refusal why the token does not do
     * @return the answer
     */
    protected final Answer unauthorized(Refusal refusal) {
        ObjectNode error =
                Json.object().put("code", 401).put("title", "Unauthorized").put("message", refusal.message());
        return challenge(Answer.json(401, Json.wrap("error", error)));
    }

    /**
     * Says where tokens are to be had.
     *
     * @param answer an answer of 401
     * @return the answer with that header
     */
    protected final Answer challenge(Answer answer) {
        return answer.header("WWW-Authenticate", "Keystone uri=\"" + site.url("/identity/v3") + "\"");
    }

    /** {@return the refusal of a path that leads nowhere} */
    protected Refusal notFound() {
        return new Refusal(404, "HTTPNotFound", "The resource could not be found.");
    }

    private static Refusal wrongMethod() {
        return new Refusal(405, "HTTPMethodNotAllowed", "The method is not allowed for this resource.");
    }
}
