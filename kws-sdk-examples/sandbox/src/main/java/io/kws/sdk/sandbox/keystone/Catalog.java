package io.kws.sdk.sandbox.keystone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.site.Ids;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The services a node says it has. Thread-safe. */
public final class Catalog {
    private static final List<String> INTERFACES = List.of("public", "internal", "admin");

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Site site;

    Catalog(Site site) {
        this.site = site;
    }

    /**
     * Adds a service.
     *
     * @param type its type
     * @param name its name
     * @param path where it is; {@code PROJECT} stands for the project's ID
     */
    public void add(String type, String name, String path) {
        Ids ids = site.ids();
        entries.add(new Entry(ids.hex(), type, name, path, List.of(ids.hex(), ids.hex(), ids.hex())));
    }

    /**
     * Takes a service out; what is there under its paths still answers.
     *
     * @param type its type
     */
    public void remove(String type) {
        entries.removeIf(entry -> entry.type().equals(type));
    }

    ArrayNode of(String projectId) {
        return Json.list(entries.stream().map(entry -> json(entry, projectId)).toList());
    }

    ArrayNode services(String root) {
        return Json.list(entries.stream()
                .map(entry -> brief(entry)
                        .put("enabled", true)
                        .<ObjectNode>set("links", self(root + "/services/" + entry.id())))
                .toList());
    }

    ArrayNode endpoints(String root) {
        ArrayNode all = Json.array();
        for (Entry entry : entries) {
            for (ObjectNode endpoint : endpoints(entry, "$(project_id)s")) {
                endpoint.put("service_id", entry.id()).put("enabled", true);
                endpoint.set(
                        "links", self(root + "/endpoints/" + endpoint.path("id").asText()));
                all.add(endpoint);
            }
        }
        return all;
    }

    private ObjectNode json(Entry entry, String projectId) {
        ObjectNode service = brief(entry);
        service.set("endpoints", Json.list(endpoints(entry, projectId)));
        return service;
    }

    private List<ObjectNode> endpoints(Entry entry, String projectId) {
        String url = site.url(entry.path().replace("PROJECT", projectId));
        return INTERFACES.stream()
                .map(name -> Json.object()
                        .put("id", entry.endpoints().get(INTERFACES.indexOf(name)))
                        .put("interface", name)
                        .put("region_id", "RegionOne")
                        .put("url", url)
                        .put("region", "RegionOne"))
                .toList();
    }

    private static ObjectNode brief(Entry entry) {
        return Json.object().put("id", entry.id()).put("type", entry.type()).put("name", entry.name());
    }

    private static ObjectNode self(String url) {
        return Json.object().put("self", url);
    }

    private record Entry(String id, String type, String name, String path, List<String> endpoints) {}
}
