package io.kws.sdk.openstack.buckets;

import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.ObjectStream;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.openstack.faults.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A change of an object, or of the bucket it is in. */
interface BoxChange extends Change {
    /** The bucket. */
    String BOX = "box";

    /** The object, as it may be before. */
    byte[] FORMER = "abcdefghij".repeat(2).getBytes(StandardCharsets.UTF_8);

    /** Another content. */
    byte[] LARGE = "0123456789".repeat(3).getBytes(StandardCharsets.UTF_8);

    /** Returns what the object is before; nothing if there is none. */
    default List<byte[]> former() {
        return List.of(FORMER);
    }

    @Override
    default void prepare(Node node) {
        node.buckets().create(BucketSpec.named(BOX));
        former().forEach(content -> objects(node).upload(Uploads.inSegments("a", content, 10)));
    }

    @Override
    default void clean(Node node) {
        node.buckets().deleteWithContents(BOX);
    }

    @Override
    default List<Integer> refusals() {
        return List.of(401, 403, 404, 409, 412, 422, 500, 503);
    }

    static StoredObjects objects(Node node) {
        return node.buckets().objects(BOX);
    }

    /** Returns the content of the object, if there is one; what cannot be read is an empty one. */
    static Optional<byte[]> content(Node node) {
        if (objects(node).find("a").isEmpty()) {
            return Optional.empty();
        }
        try (ObjectStream stream = objects(node).open("a")) {
            return Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            return Optional.of(new byte[0]);
        }
    }

    /** Returns what is wrong with the object, if anything is. */
    static String requireOneOf(Node node, List<byte[]> contents) {
        return content(node)
                .map(found -> contents.stream().anyMatch(one -> Arrays.equals(one, found)) ? "" : "it is broken")
                .orElse("there is none");
    }
}
