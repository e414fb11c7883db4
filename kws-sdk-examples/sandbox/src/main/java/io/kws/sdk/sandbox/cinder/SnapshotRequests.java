package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Page;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;

/** What users do with snapshots. */
final class SnapshotRequests {
    private static final List<String> FILTERS = List.of("name", "status", "volume_id");

    private final Site site;
    private final Snapshots snapshots;

    SnapshotRequests(Site site, Snapshots snapshots) {
        this.site = site;
        this.snapshots = snapshots;
    }

    void register(Routes routes, String root) {
        routes.on("GET", root + "/snapshots/detail", this::list)
                .on("GET", root + "/snapshots", this::list)
                .on("POST", root + "/snapshots", this::create)
                .on("GET", root + "/snapshots/{id}", request -> show(200, get(request)))
                .on("PUT", root + "/snapshots/{id}", this::update)
                .on("DELETE", root + "/snapshots/{id}", this::delete);
    }

    private Answer list(Request request) {
        Form form = new Form(site, request);
        List<ObjectNode> found = snapshots.newestFirst().stream()
                .filter(snapshot -> form.shows(snapshot.projectId()) && accepts(request, snapshot))
                .map(snapshot -> snapshot.fields().deepCopy())
                .toList();
        Page<ObjectNode> page =
                Page.of(found, request.query(), each -> each.path("id").asText(), 1000);
        return Answer.json(200, form.page("snapshots", page));
    }

    private static boolean accepts(Request request, Snapshot snapshot) {
        return FILTERS.stream()
                .allMatch(name -> request.query()
                        .last(name)
                        .map(wanted ->
                                wanted.equals(snapshot.fields().path(name).asText()))
                        .orElse(true));
    }

    private Answer create(Request request) {
        Snapshot snapshot = snapshots.create(request.caller(), request.json().path("snapshot"));
        ObjectNode made = snapshot.fields().deepCopy();
        made.remove(List.of("os-extended-snapshot-attributes:project_id", "os-extended-snapshot-attributes:progress"));
        return Answer.json(202, Json.wrap("snapshot", made));
    }

    private Answer update(Request request) {
        Snapshot snapshot = get(request);
        request.json().path("snapshot").properties().stream()
                .filter(field -> List.of("name", "description").contains(field.getKey()))
                .forEach(field -> snapshot.fields().set(field.getKey(), field.getValue()));
        return show(200, snapshot);
    }

    private Answer delete(Request request) {
        snapshots.delete(get(request));
        return Answer.empty(202).header("Content-Type", "text/html; charset=UTF-8");
    }

    private Snapshot get(Request request) {
        return snapshots.get(request.caller(), request.at("id"));
    }

    private static Answer show(int status, Snapshot snapshot) {
        return Answer.json(status, Json.wrap("snapshot", snapshot.fields().deepCopy()));
    }
}
