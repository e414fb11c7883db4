package io.kws.sdk.driver.values;

import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeAttachment;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** Describes {@link VolumeValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class VolumeTemplate implements Volume {
    @Override
    public String toString() {
        return Line.of("volume", name(), id())
                .add(status())
                .add(sizeGib() + " GiB")
                .add(attachments().stream().map(VolumeAttachment::toString).collect(Collectors.joining(" and ")))
                .toString();
    }
}
