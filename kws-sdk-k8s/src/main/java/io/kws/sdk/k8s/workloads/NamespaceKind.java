package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of objects that a namespace may hold, as the cluster's discovery names it ({@code APIResource}).
 *
 * @param root the path of its group and version
 * @param group its group; empty for the core
 * @param plural the word for it in paths
 */
record NamespaceKind(String root, String group, String plural) {
    /**
     * Returns all kinds that can be listed, those of extensions among them, in each version: a kind may have but an old
     * one.
     */
    static List<NamespaceKind> all(ClusterClient client) {
        List<NamespaceKind> kinds = new ArrayList<>(of(client, "", "/api/v1"));
        for (JsonNode group : items(client, "/apis", "groups")) {
            for (JsonNode version : group.path("versions")) {
                String root = "/apis/" + version.path("groupVersion").asText();
                kinds.addAll(of(client, group.path("name").asText(), root));
            }
        }
        return kinds;
    }

    private static List<NamespaceKind> of(ClusterClient client, String group, String root) {
        List<NamespaceKind> kinds = new ArrayList<>();
        for (JsonNode resource : items(client, root, "resources")) {
            String name = resource.path("name").asText();
            boolean isPart = name.contains("/");
            if (!isPart && resource.path("namespaced").asBoolean(true) && isListed(resource)) {
                kinds.add(new NamespaceKind(root, group, name));
            }
        }
        return kinds;
    }

    private static boolean isListed(JsonNode resource) {
        for (JsonNode verb : resource.path("verbs")) {
            if (verb.asText().equals("list")) {
                return true;
            }
        }
        return false;
    }

    /** An answer that names none is no proof that there are none. */
    private static JsonNode items(ClusterClient client, String path, String field) {
        JsonNode items = client.send(Request.read(path)).path(field);
        if (!items.isArray()) {
            throw new ServiceFailureException("the answer to " + path + " names no " + field);
        }
        return items;
    }

    /** Returns a request for those of a namespace. */
    Request list(String namespace) {
        return Request.read(root + "/namespaces/" + namespace + "/" + plural);
    }
}
