package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;

/**
 * A claim that a use case makes. Undoing deletes it only as long as no other has taken it up, whose files it may hold.
 *
 * @param claim the claim
 */
record NewStorageClaim(StorageClaim claim) implements Resource<JsonNode> {
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
        return ObjectRemoval.uid(made);
    }

    @Override
    public JsonNode create() {
        return claim.client()
                .send(Request.create(ApiResource.PERSISTENT_VOLUME_CLAIMS, claim.namespace(), claim.wanted()));
    }

    @Override
    public Optional<JsonNode> find() {
        return claim.present().filter(claim::isOurs);
    }

    @Override
    public void delete(JsonNode made) {
        new LiveObject(claim.client(), ApiResource.PERSISTENT_VOLUME_CLAIMS, made).delete(this::requireOurs);
    }

    private void requireOurs(JsonNode now) {
        if (!claim.isOurs(now)) {
            throw new ConflictException("another use case has taken it up meanwhile");
        }
    }
}
