package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Cinder tells its users of their failures, from microversion 3.3 on; and the failure that is played. */
final class Messages {
    private final Site site;
    private final List<ObjectNode> newestFirst = new ArrayList<>();
    private volatile @Nullable String failure;

    Messages(Site site) {
        this.site = site;
    }

    void register(Routes routes, String root) {
        routes.on("GET", root + "/messages", this::list);
    }

    /** Lets volumes asked for from now on end as errors; null lets them be made again. */
    void play(@Nullable String reason) {
        failure = reason;
    }

    /** Notes the failure that is played, if one is. */
    boolean strikes(Volume volume) {
        String reason = failure;
        if (reason == null) {
            return false;
        }
        newestFirst.add(
                0,
                Json.object()
                        .put("id", site.ids().uuid())
                        .put("event_id", "VOLUME_VOLUME_001_003")
                        .put("user_message", reason)
                        .put("message_level", "ERROR")
                        .put("created_at", site.micros())
                        .put("resource_type", "VOLUME")
                        .put("resource_uuid", volume.id()));
        return true;
    }

    private Answer list(Request request) {
        if (Cinder.minor(request) < 3) {
            throw new Refusal(404, "The resource could not be found.");
        }
        String of = request.query().last("resource_uuid").orElse("");
        ArrayNode found = Json.array();
        newestFirst.stream()
                .filter(message ->
                        of.isEmpty() || message.path("resource_uuid").asText().equals(of))
                .forEach(message -> found.add(message.deepCopy()));
        return Answer.json(200, Json.wrap("messages", found));
    }
}
