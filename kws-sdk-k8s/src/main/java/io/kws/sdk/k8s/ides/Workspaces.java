package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.WorkspaceValue;
import io.kws.sdk.ides.Workspace;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.workloads.LiveObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalInt;

/** Reads workspaces as their claims tell of them (v1 PersistentVolumeClaim). */
final class Workspaces {
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private Workspaces() {}

    static Workspace read(JsonNode claim) {
        int size = sizeGib(claim);
        return WorkspaceValue.builder()
                .claim(name(claim))
                .sizeGib(size == 0 ? OptionalInt.empty() : OptionalInt.of(size))
                .created(Json.instant(claim.path("metadata").path("creationTimestamp")))
                .build();
    }

    static LiveObject present(ClusterClient client, JsonNode claim) {
        return new LiveObject(client, ApiResource.PERSISTENT_VOLUME_CLAIMS, claim);
    }

    static String name(JsonNode claim) {
        return claim.path("metadata").path("name").asText();
    }

    static String namespace(JsonNode claim) {
        return claim.path("metadata").path("namespace").asText();
    }

    static Map<String, String> annotations(JsonNode claim) {
        return Json.texts(claim.path("metadata").path("annotations"));
    }

    static boolean isGoing(JsonNode claim) {
        return claim.path("metadata").has("deletionTimestamp");
    }

    /** What it got may be more than what it asked for. */
    static int sizeGib(JsonNode claim) {
        String asked = claim.path("spec")
                .path("resources")
                .path("requests")
                .path("storage")
                .asText("0");
        String size = claim.path("status").path("capacity").path("storage").asText(asked);
        try {
            return Quantity.fromString(size)
                    .getNumber()
                    .divide(GIB, 0, RoundingMode.CEILING)
                    .intValue();
        } catch (QuantityFormatException e) {
            return 0;
        }
    }
}
