package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Page;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Set;

/** What users do with volumes. */
final class VolumeRequests {
    private static final List<String> FILTERS = List.of("name", "status", "bootable", "size");

    private final Site site;
    private final Volumes volumes;

    VolumeRequests(Site site, Volumes volumes) {
        this.site = site;
        this.volumes = volumes;
    }

    void register(Routes routes, String root) {
        String one = root + "/volumes/{id}";
        routes.on("GET", root + "/volumes/detail", request -> list(request, true))
                .on("GET", root + "/volumes", request -> list(request, false))
                .on("POST", root + "/volumes", this::create)
                .on("GET", one, request -> show(200, request, get(request)))
                .on("PUT", one, this::update)
                .on("DELETE", one, this::delete)
                .on("POST", one + "/action", this::act)
                .on("GET", one + "/metadata", request -> metadata(get(request)))
                .on("POST", one + "/metadata", request -> putMetadata(request, Set.of()))
                .on("PUT", one + "/metadata", request -> putMetadata(request, Set.of("all")))
                .on("DELETE", one + "/metadata/{key}", this::deleteMetadata);
    }

    private Answer list(Request request, boolean detail) {
        Form form = new Form(site, request);
        List<ObjectNode> found = volumes.newestFirst().stream()
                .filter(volume -> form.shows(volume.projectId()) && accepts(request, volume))
                .map(volume -> detail ? view(form, volume) : brief(form, volume))
                .toList();
        Page<ObjectNode> page =
                Page.of(found, request.query(), each -> each.path("id").asText(), 1000);
        return Answer.json(200, form.page("volumes", page));
    }

    private static boolean accepts(Request request, Volume volume) {
        return FILTERS.stream()
                .allMatch(name -> request.query()
                        .last(name)
                        .map(wanted -> wanted.equals(volume.fields().path(name).asText()))
                        .orElse(true));
    }

    private Answer create(Request request) {
        Form form = new Form(site, request);
        JsonNode spec = request.json().path("volume");
        Volume volume = volumes.create(request.caller(), spec);
        ObjectNode made = view(form, volume);
        made.remove("os-vol-tenant-attr:tenant_id");
        return Answer.json(202, Json.wrap("volume", made));
    }

    private Answer show(int status, Request request, Volume volume) {
        return Answer.json(status, Json.wrap("volume", view(new Form(site, request), volume)));
    }

    private Answer update(Request request) {
        Volume volume = get(request);
        JsonNode spec = request.json().path("volume");
        for (String name : List.of("name", "description", "metadata")) {
            if (spec.has(name)) {
                volume.fields().set(name, spec.path(name));
            }
        }
        return show(200, request, volume);
    }

    private Answer delete(Request request) {
        volumes.delete(get(request));
        return Answer.empty(202).header("Content-Type", "text/html; charset=UTF-8");
    }

    private Answer act(Request request) {
        Volume volume = get(request);
        ObjectNode body = request.json();
        String action = body.properties().iterator().next().getKey();
        JsonNode argument = body.path(action);
        switch (action) {
            case "os-extend" ->
                extend(request, volume, argument.path("new_size").asInt());
            case "os-set_bootable" ->
                volume.fields().put("bootable", argument.path("bootable").asText());
            case "os-reset_status" -> volume.status(argument.path("status").asText(), site.micros());
            case "os-force_delete" -> volumes.discard(volume);
            default ->
                throw new Refusal(
                        400,
                        "There is no such action: " + action
                                + ". Verify the request body and Content-Type header and try again.");
        }
        return Answer.empty(202).header("Content-Type", "application/json");
    }

    private void extend(Request request, Volume volume, int size) {
        if (size <= volume.size()) {
            throw new Refusal(
                    400,
                    "Invalid input received: New size for extend must be greater than current size. (current: "
                            + volume.size() + ", extended: " + size + ").");
        }
        if (!volume.status().equals("available")) {
            throw new Refusal(
                    400,
                    "Invalid volume: Volume " + volume.id()
                            + " status must be '{'status': 'available'}' to extend, currently " + volume.status()
                            + ".");
        }
        int most = site.limits().of(request.caller().projectId(), "gigabytes");
        int used = volumes.gigabytes(volume.projectId());
        if (most >= 0 && used + size - volume.size() > most) {
            throw new Refusal(
                    413,
                    "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota.");
        }
        volume.status("extending", site.micros());
        site.agenda().in(site.settleTime(), () -> {
            volume.fields().put("size", size);
            volume.status("available", site.micros());
        });
    }

    private Answer putMetadata(Request request, Set<String> replaced) {
        Volume volume = get(request);
        if (!replaced.isEmpty()) {
            volume.fields().putObject("metadata");
        }
        volume.fields().withObject("/metadata").setAll((ObjectNode)
                request.json().path("metadata"));
        return metadata(volume);
    }

    private Answer deleteMetadata(Request request) {
        Volume volume = get(request);
        String key = request.at("key");
        if (volume.fields().withObject("/metadata").remove(key) == null) {
            throw new Refusal(404, "Volume " + volume.id() + " has no metadata with key " + key + ".");
        }
        return Answer.empty(200).header("Content-Type", "text/html; charset=UTF-8");
    }

    private static Answer metadata(Volume volume) {
        return Answer.json(
                200, Json.wrap("metadata", volume.fields().path("metadata").deepCopy()));
    }

    private Volume get(Request request) {
        return volumes.get(request.caller(), request.at("id"));
    }

    private static ObjectNode brief(Form form, Volume volume) {
        ObjectNode brief = Json.object()
                .put("id", volume.id())
                .put("name", volume.fields().path("name").asText(null));
        brief.set("links", form.links("/volumes/" + volume.id()));
        return brief;
    }

    private static ObjectNode view(Form form, Volume volume) {
        ObjectNode view = volume.fields().deepCopy();
        view.set("links", form.links("/volumes/" + volume.id()));
        return view.put("os-vol-tenant-attr:tenant_id", volume.projectId());
    }
}
