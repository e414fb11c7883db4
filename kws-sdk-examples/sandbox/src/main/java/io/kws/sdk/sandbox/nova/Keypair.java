package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;

/** A public key under a user's name for it. */
record Keypair(int number, String userId, String name, String publicKey, String fingerprint, String created) {
    ObjectNode brief(Microversion version) {
        ObjectNode json =
                Json.object().put("name", name).put("public_key", publicKey).put("fingerprint", fingerprint);
        return version.atLeast(2) ? json.put("type", "ssh") : json;
    }

    ObjectNode full(Microversion version) {
        return brief(version)
                .put("user_id", userId)
                .put("created_at", created)
                .put("deleted", false)
                .putNull("deleted_at")
                .put("id", number)
                .putNull("updated_at");
    }
}
