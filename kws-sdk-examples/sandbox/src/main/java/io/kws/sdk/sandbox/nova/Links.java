package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.site.Site;

/** Links to Nova's resources. */
record Links(Site site) {
    ArrayNode of(String path) {
        return Json.array().add(link("self", "/compute/v2.1" + path)).add(link("bookmark", "/compute" + path));
    }

    ArrayNode bookmark(String path) {
        return Json.array().add(link("bookmark", "/compute" + path));
    }

    private ObjectNode link(String rel, String path) {
        return Json.object().put("rel", rel).put("href", site.url(path));
    }
}
