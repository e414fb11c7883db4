package io.kws.sdk.openstack.transport;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** Finds the next page of a list: Glance names it in {@code next}, the others in {@code <field>_links}. */
final class Pages {
    private Pages() {}

    static String next(JsonNode page, String field) {
        for (JsonNode link : page.path(field + "_links")) {
            if (link.path("rel").asText().equals("next")) {
                return link.path("href").asText();
            }
        }
        return page.path("next").asText("");
    }

    /** Keeps to the endpoint that the first page came from: behind a proxy, services name hosts that are out of reach. */
    static URI resolve(String endpoint, String next) {
        URI base = URI.create(endpoint);
        URI link = base.resolve(next);
        String path = link.getRawPath();
        String versioned = base.getRawPath();
        int common = path.indexOf(versioned.substring(versioned.lastIndexOf('/')) + "/");
        String tail = common < 0 ? path : versioned.substring(0, versioned.lastIndexOf('/')) + path.substring(common);
        return base.resolve(tail + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()));
    }
}
