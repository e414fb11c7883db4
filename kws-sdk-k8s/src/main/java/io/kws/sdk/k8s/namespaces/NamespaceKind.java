package io.kws.sdk.k8s.namespaces;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of objects that a namespace may hold, as the cluster's discovery lists it ({@code APIResource}).
 *
 * @param root the path of its group and version
 * @param group its group; empty for the core group
 * @param plural its name in paths
 */
record NamespaceKind(String root, String group, String plural) {
    /**
     * Returns all kinds that can be listed, including those of extensions, in each version: a kind may exist in an old
     * version only.
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
            boolean isSubresource = name.contains("/");
            if (!isSubresource && resource.path("namespaced").asBoolean(true) && isListed(resource)) {
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

    /** An answer without the list does not prove that the list is empty. */
    private static JsonNode items(ClusterClient client, String path, String field) {
        JsonNode items = client.send(Request.read(path)).path(field);
        if (!items.isArray()) {
            throw new ServiceFailureException("the answer to " + path + " has no list of " + field);
        }
        return items;
    }

    /** Returns the request for those of a namespace. */
    Request list(String namespace) {
        return Request.read(root + "/namespaces/" + namespace + "/" + plural);
    }
}
