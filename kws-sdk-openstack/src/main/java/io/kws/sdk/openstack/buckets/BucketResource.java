package io.kws.sdk.openstack.buckets;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;

/**
 * A bucket to create. Swift treats a PUT to an existing container as a change, so the rental is written only after the
 * container is known to be new.
 *
 * @param containers the node's containers
 * @param name the bucket's name
 * @param rental its rental
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
                .reply(BucketHeaders.reserve(SwiftContainers.request("PUT", name), rental)
                        .once());
        if (reply.status() != 201) {
            containers
                    .client()
                    .reply(BucketHeaders.removeReservation(SwiftContainers.request("POST", name), rental)
                            .repeatable());
            throw new AlreadyRentedException(
                    "another program has just created bucket \"%s\"; choose another name".formatted(name));
        }
        return name;
    }

    @Override
    public Optional<String> find() {
        return containers
                .head(name)
                .filter(reply -> BucketHeaders.isReservedFor(reply, rental))
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
