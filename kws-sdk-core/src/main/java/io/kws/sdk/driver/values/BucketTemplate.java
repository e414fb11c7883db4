package io.kws.sdk.driver.values;

import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.internal.style.ResultStyle;
import org.immutables.value.Value;

/** Describes {@link BucketValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class BucketTemplate implements Bucket {
    @Override
    public String toString() {
        return Line.of("bucket", name(), name(), node())
                .add(visibility())
                .add("at", url())
                .add(rental())
                .toString();
    }
}
