package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.transport.Api;
import io.kws.sdk.k8s.transport.Request;
import io.kws.sdk.operations.Resource;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;

/**
 * A claim that a use case makes. Undoing deletes it only as long as no other has taken it up, whose files it may hold.
 *
 * @param claim the claim
 */
record NewClaim(Claim claim) implements Resource<JsonNode> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.PERSISTENT_VOLUME_CLAIM;
    }

    @Override
    public String name() {
        return claim.name();
    }

    @Override
    public String id(JsonNode made) {
        return Removal.uid(made);
    }

    @Override
    public JsonNode create() {
        return claim.gate().send(Request.create(Api.PERSISTENT_VOLUME_CLAIMS, claim.namespace(), claim.wanted()));
    }

    @Override
    public Optional<JsonNode> find() {
        return claim.present().filter(claim::isOurs);
    }

    /** The cluster writes to a new claim as well, so a change may come between looking and deleting. */
    @Override
    public void delete(JsonNode made) {
        for (int repetitions = 0; ; repetitions++) {
            Optional<JsonNode> now = claim.present().filter(there -> id(there).equals(id(made)));
            if (now.isEmpty()) {
                return;
            }
            if (!claim.isOurs(now.get())) {
                throw new ConflictException("another use case has taken it up meanwhile");
            }
            String version = now.get().path("metadata").path("resourceVersion").asText();
            try {
                claim.removal().delete(made, new V1Preconditions().uid(id(made)).resourceVersion(version));
                return;
            } catch (ConflictException e) {
                if (repetitions >= claim.gate().timeouts().retries()) {
                    throw e;
                }
            }
        }
    }
}
