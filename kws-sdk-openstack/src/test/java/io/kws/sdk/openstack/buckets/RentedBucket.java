package io.kws.sdk.openstack.buckets;

import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.openstack.faults.Subject;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.SandboxNode;
import java.util.List;

/** An empty bucket, which can only be made in the foreground. */
final class RentedBucket implements Subject {
    @Override
    public Receipt make(Node node, RentalId rental) {
        return node.buckets()
                .create(BucketSpec.builder().name(NAME).rentalId(rental).build())
                .receipt();
    }

    @Override
    public Receipt remove(Node node, String nameOrRental) {
        return node.buckets().delete(NAME);
    }

    @Override
    public String search() {
        return "find bucket";
    }

    @Override
    public void breakCloud(SandboxNode cloud) {
        cloud.inject(Fault.on("POST", "/v1/[^/]+/" + NAME).answer(403).always());
    }

    @Override
    public String kind() {
        return "bucket";
    }

    @Override
    public List<Integer> refusals() {
        return List.of(400, 401, 403, 404, 409, 412, 422, 500, 503);
    }
}
