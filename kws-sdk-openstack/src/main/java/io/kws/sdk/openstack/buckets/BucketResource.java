package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;

/**
 * A bucket to be made. Swift takes a second PUT for a change of the first, so the rental is written on it only once it is
 * known to be new.
 *
 * @param containers where
 * @param name its name
 * @param rental the rental it is for
 */
record BucketResource(SwiftContainers containers, String name, RentalId rental) implements Resource<String> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.BUCKET;
    }

    @Override
    public String create() {
        Reply reply = containers
                .client()
                .reply(BucketHeaders.claim(SwiftContainers.request("PUT", name), rental)
                        .once());
        if (reply.status() != 201) {
            containers
                    .client()
                    .reply(BucketHeaders.withdraw(SwiftContainers.request("POST", name), rental)
                            .repeatable());
            throw new AlreadyRentedException("another program has made a bucket of that name meanwhile");
        }
        return name;
    }

    @Override
    public Optional<String> find() {
        return containers
                .head(name)
                .filter(reply -> BucketHeaders.isClaimed(reply, rental))
                .map(reply -> name);
    }

    @Override
    public String id(String made) {
        return made;
    }

    @Override
    public void delete(String made) {
        containers.delete(made);
    }
}
