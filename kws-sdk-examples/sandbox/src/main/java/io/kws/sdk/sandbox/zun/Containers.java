package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Page;
import io.kws.sdk.sandbox.http.Query;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Containers asked for, listed, shown, changed and deleted. */
final class Containers {
    private static final int LONGEST_PAGE = 1000;
    private static final List<String> FILTERS =
            List.of("name", "image", "project_id", "user_id", "memory", "status", "task_state", "auto_remove", "host");
    private static final Set<String> PAGING = Set.of("limit", "marker", "sort_key", "sort_dir", "all_projects");
    private static final Set<String> TRUE = Set.of("1", "t", "true", "on", "y", "yes");
    private static final Set<String> FALSE = Set.of("0", "f", "false", "off", "n", "no");

    private final Site site;
    private final ContainerStore containers;
    private final ContainerOrder order;
    private final ContainerQuota quota;
    private final Life life;
    private final ContainerView view;

    Containers(Site site, ContainerStore containers, ContainerOrder order, Life life) {
        this.site = site;
        this.containers = containers;
        this.order = order;
        this.life = life;
        this.quota = new ContainerQuota(site.limits(), containers);
        this.view = new ContainerView(site);
    }

    void register(Routes routes) {
        routes.on("GET", "/v1/containers", this::list)
                .on("POST", "/v1/containers", this::create)
                .on("GET", "/v1/containers/{id}", this::show)
                .on("PATCH", "/v1/containers/{id}", this::update)
                .on("DELETE", "/v1/containers/{id}", this::delete);
    }

    private Answer list(Request request) {
        Query query = request.query();
        query.names().stream()
                .filter(name -> !FILTERS.contains(name) && !PAGING.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal(400, "invalid-value", "Unknown parameters: " + name);
                });
        boolean everybodys = flag(query, "all_projects");
        if (everybodys && !request.caller().isAdmin()) {
            throw new Refusal(
                    403,
                    "policy-not-authorized",
                    "Policy doesn't allow container:get_all_all_projects to be performed.");
        }
        List<Container> mine =
                everybodys ? containers.all() : containers.of(request.caller().projectId());
        List<Container> wanted =
                mine.stream().filter(container -> accepts(container, query)).toList();
        if (query.last("limit").filter("0"::equals).isPresent()) {
            throw new Refusal(400, "invalid-value", "Limit must be positive integer");
        }
        Page<Container> page = Page.of(wanted, query, Container::id, LONGEST_PAGE);
        ObjectNode body = Json.object();
        body.set(
                "containers",
                Json.list(page.items().stream()
                        .map(container -> view.of(container, request.caller()))
                        .toList()));
        return Answer.json(200, body.put("next", next(page, query)));
    }

    /** As Zun does: after each full page, and without the filters and the path before the version. */
    private @Nullable String next(Page<Container> page, Query query) {
        int limit = query.last("limit").map(Integer::parseInt).orElse(LONGEST_PAGE);
        if (page.items().size() < Math.min(limit, LONGEST_PAGE)) {
            return null;
        }
        String last = page.items().get(page.items().size() - 1).id();
        return site.url("/v1/containers?sort_key=%s&sort_dir=%s&limit=%d&marker=%s"
                .formatted(
                        query.last("sort_key").orElse("id"),
                        query.last("sort_dir").orElse("asc"),
                        limit,
                        last));
    }

    private boolean accepts(Container container, Query query) {
        ObjectNode shown = view.of(container, container.owner()).put("host", site.name());
        return FILTERS.stream()
                .filter(query.names()::contains)
                .allMatch(name ->
                        query.last(name).orElse("").equals(shown.path(name).asText()));
    }

    private Answer show(Request request) {
        return Answer.json(200, view.of(containers.get(request), request.caller()));
    }

    private Answer create(Request request) {
        ObjectNode asked = request.json();
        order.check(asked, Edition.of(request));
        boolean run = flag(request.query(), "run");
        quota.check(request.caller().projectId(), asked);
        String id = site.ids().uuid();
        ObjectNode spec = order.complete(asked, request.caller(), "omega-" + id.substring(0, 2) + "-container");
        Container container =
                new Container(id, request.caller(), spec, site.agenda().now());
        container.events().add(event("create", request));
        life.begin(container, () -> {
            if (run) {
                life.start(container);
            }
        });
        return Answer.json(202, view.of(container, request.caller()))
                .header("Location", site.url("/v1/containers/" + id));
    }

    private Container.Event event(String action, Request request) {
        return new Container.Event(action, request.id(), site.agenda().now());
    }

    private Answer update(Request request) {
        Container container = containers.get(request);
        Status.require(container, "update");
        ObjectNode patch = request.json();
        for (String name : List.of("name", "cpu", "memory", "auto_heal")) {
            JsonNode value = patch.path(name);
            if (!value.isMissingNode()) {
                container.spec().set(name, value);
            }
        }
        return Answer.json(200, view.of(container, request.caller()));
    }

    private Answer delete(Request request) {
        Container container = containers.get(request);
        boolean force = flag(request.query(), "force");
        boolean stop = flag(request.query(), "stop");
        if (stop) {
            Edition.of(request).require("stop", 12);
            Status.require(container, "delete_after_stop");
        } else if (force) {
            checkForce(request, container);
        } else {
            Status.require(container, "delete");
        }
        container.events().add(event("delete", request));
        if (stop && container.status() == Status.RUNNING) {
            life.stopAndDelete(container);
        } else {
            life.delete(container);
        }
        return Answer.empty(204);
    }

    private static void checkForce(Request request, Container container) {
        Edition.of(request).require("force", 7);
        if (!request.caller().isAdmin()) {
            throw new Refusal(
                    403, "policy-not-authorized", "Policy doesn't allow container:delete_force to be performed.");
        }
        Status.require(container, "delete_force");
    }

    static boolean flag(Query query, String name) {
        String value = query.last(name).orElse("false").toLowerCase(Locale.ROOT);
        if (Stream.of(TRUE, FALSE).noneMatch(words -> words.contains(value))) {
            throw new Refusal(
                    400,
                    "schema-validation-error",
                    "Invalid input for query parameters '" + name + "'. Value: '" + value + "'. ");
        }
        return TRUE.contains(value);
    }
}
