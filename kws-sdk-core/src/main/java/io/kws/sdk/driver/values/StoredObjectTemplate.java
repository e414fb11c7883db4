package io.kws.sdk.driver.values;

import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.internal.style.ResultStyle;
import org.immutables.value.Value;

/** Describes {@link StoredObjectValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class StoredObjectTemplate implements StoredObject {
    @Override
    public String toString() {
        return Line.of("object", bucket() + "/" + name())
                .add(bytes() + " bytes")
                .add(contentType())
                .add("modified", modified())
                .add("expires", expires())
                .toString();
    }
}
