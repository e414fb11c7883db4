package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.ServiceFailureException;
import java.net.URI;

/** Finds the next page of a list: Glance names it in {@code next}, the others in {@code <field>_links}. */
final class Pages {
    private Pages() {}

    /** Returns the entries of a page; an answer without the list is not an empty list. */
    static JsonNode items(JsonNode page, String field) {
        JsonNode items = page.path(field);
        if (!items.isArray()) {
            throw ErrorDetails.withoutEffect(new ServiceFailureException("the answer holds no list of " + field));
        }
        return items;
    }

    static String next(JsonNode page, String field) {
        for (JsonNode link : page.path(field + "_links")) {
            if (link.path("rel").asText().equals("next")) {
                return link.path("href").asText();
            }
        }
        return page.path("next").asText("");
    }

    static URI following(URI page, String endpoint, String next) {
        try {
            URI following = resolve(endpoint, next);
            if (!following.equals(page)) {
                return following;
            }
        } catch (IllegalArgumentException e) {
            throw ErrorDetails.withoutEffect(
                    new ServiceFailureException("the list names no address as its next page: " + next, e));
        }
        throw ErrorDetails.withoutEffect(
                new ServiceFailureException("the list names the page itself as its next page: " + next));
    }

    /** Keeps to the endpoint that the first page came from: behind a proxy, services name hosts that are out of reach. */
    static URI resolve(String endpoint, String next) {
        URI base = URI.create(endpoint);
        URI link = base.resolve(next);
        String path = link.getRawPath();
        String versioned = base.getRawPath();
        int last = Math.max(0, versioned.lastIndexOf('/'));
        int common = path.indexOf(versioned.substring(last) + "/");
        String tail = common < 0 ? path : versioned.substring(0, last) + path.substring(common);
        return base.resolve(tail + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()));
    }
}
