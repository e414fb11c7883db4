package io.kws.sdk.volumes;

import java.util.Optional;

/** The attachment of a volume to a server. Immutable. */
public interface VolumeAttachment {
    /** {@return the ID of the server} */
    String serverId();

    /** {@return the name of the device as Cinder guesses it, such as {@code /dev/vdb}; the server may see another. Empty if not
     *     reported} */
    Optional<String> device();
}
