package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.client.Signal;
import io.kws.sdk.k8s.client.Watch;
import java.util.List;
import java.util.Optional;

/**
 * Waits until an object is gone.
 *
 * @param client where
 * @param api what it is
 * @param namespace its namespace; empty for one of the whole cluster
 */
record DeletionWait(ClusterClient client, ApiResource api, String namespace) {
    /** Most objects go at once, so it looks before it watches. */
    void await(JsonNode object) {
        String name = object.path("metadata").path("name").asText();
        Optional<JsonNode> there = client.find(Request.get(api, namespace, name));
        if (there.filter(now -> isSame(now, object)).isEmpty()) {
            return;
        }
        Signal news = new Signal();
        Request request = Request.list(api, namespace).query("fieldSelector", "metadata.name=" + name);
        try (Watch watch = client.watch(request, news)) {
            while (isThere(watch.current(), object)) {
                Deadline deadline = Deadline.current();
                if (deadline.hasPassed()) {
                    throw new WaitTimedOutException("%s \"%s\" is still being deleted".formatted(api.plural(), name));
                }
                news.await(deadline.remaining());
            }
        }
    }

    private static boolean isThere(Optional<List<JsonNode>> known, JsonNode object) {
        return known.map(objects -> objects.stream().anyMatch(now -> isSame(now, object)))
                .orElse(true);
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return ObjectRemoval.uid(one).equals(ObjectRemoval.uid(other));
    }
}
