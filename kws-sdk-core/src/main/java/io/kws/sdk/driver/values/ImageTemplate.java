package io.kws.sdk.driver.values;

import io.kws.sdk.images.Image;
import io.kws.sdk.internal.style.ResultStyle;
import org.immutables.value.Value;

/** Describes {@link ImageValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class ImageTemplate implements Image {
    @Override
    public String toString() {
        return Line.of("image", name(), id())
                .add(status())
                .add(diskFormat())
                .add(sizeBytes().isPresent() ? sizeBytes().getAsLong() + " bytes" : "")
                .add(visibility())
                .toString();
    }
}
