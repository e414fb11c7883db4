package io.kws.sdk.driver.values;

import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.volumes.VolumeAttachment;
import org.immutables.value.Value;

/** Describes {@link VolumeAttachmentValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class VolumeAttachmentTemplate implements VolumeAttachment {
    @Override
    public String toString() {
        return "attached to server " + serverId() + device().map(" as "::concat).orElse("");
    }
}
