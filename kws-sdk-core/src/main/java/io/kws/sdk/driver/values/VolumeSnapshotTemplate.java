package io.kws.sdk.driver.values;

import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.volumes.VolumeSnapshot;
import org.immutables.value.Value;

/** Describes {@link VolumeSnapshotValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class VolumeSnapshotTemplate implements VolumeSnapshot {
    @Override
    public String toString() {
        return Line.of("volume snapshot", name(), id())
                .add(status())
                .add(sizeGib() + " GiB")
                .add("of volume", volumeId())
                .toString();
    }
}
