package io.kws.sdk.sandbox.swift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.site.Guard;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;

/** What the object storage says of itself to everybody. Thread-safe. */
public final class SwiftInfo extends Service {
    /**
     * Starts the service.
     *
     * @param site the node it belongs to
     * @param guard not asked, as no token is needed
     */
    public SwiftInfo(Site site, Guard guard) {
        super("info", site, guard);
        open().rest(request -> Answer.json(200, info()).withType("application/json; charset=UTF-8"));
    }

    private static ObjectNode info() {
        ObjectNode info = Json.object();
        info.putObject("swift")
                .put("version", "2.30.1")
                .put("strict_cors_mode", true)
                .put("allow_account_management", true)
                .put("account_autocreate", true)
                .put("max_file_size", 5_368_709_122L)
                .put("max_meta_name_length", 128)
                .put("max_meta_value_length", 256)
                .put("max_meta_count", 90)
                .put("max_meta_overall_size", 4096)
                .put("max_header_size", 8192)
                .put("max_object_name_length", 1024)
                .put("container_listing_limit", 10_000)
                .put("account_listing_limit", 10_000)
                .put("max_account_name_length", 256)
                .put("max_container_name_length", 256)
                .put("extra_header_count", 0)
                .putArray("policies")
                .addObject()
                .put("name", "Policy-0")
                .put("aliases", "Policy-0")
                .put("default", true);
        info.putObject("slo")
                .put("max_manifest_segments", 1000)
                .put("max_manifest_size", 8_388_608)
                .put("yield_frequency", 10)
                .put("min_segment_size", 1)
                .put("allow_async_delete", false);
        ObjectNode tempUrl = info.putObject("tempurl");
        tempUrl.set("methods", Json.texts(List.of("GET", "HEAD", "PUT", "POST", "DELETE")));
        tempUrl.set("incoming_remove_headers", Json.texts(List.of("x-timestamp")));
        tempUrl.set("incoming_allow_headers", Json.array());
        tempUrl.set("outgoing_remove_headers", Json.texts(List.of("x-object-meta-*")));
        tempUrl.set("outgoing_allow_headers", Json.texts(List.of("x-object-meta-public-*")));
        tempUrl.set("allowed_digests", Json.texts(List.of("sha1", "sha256", "sha512")));
        tempUrl.set("deprecated_digests", Json.texts(List.of("sha1")));
        info.putObject("bulk_delete").put("max_deletes_per_request", 10_000).put("max_failed_deletes", 1000);
        return info;
    }

    /** {@inheritDoc} */
    @Override
    protected Answer finish(Request request, Answer answer) {
        return answer;
    }

    /** {@inheritDoc} */
    @Override
    protected Answer refuse(Request request, Refusal refusal) {
        return Pages.of(refusal);
    }
}
