package io.kws.sdk.volumes;

import java.util.List;

/**
 * A volume. Immutable.
 *
 * @param id the ID
 * @param name the name; several volumes may share one; empty if it has none
 * @param status Cinder's word for its state, such as {@code available} or {@code in-use}
 * @param sizeGib the size
 * @param isBootable whether a server can boot from it
 * @param attachments the servers it is attached to
 */
public record Volume(
        String id, String name, String status, int sizeGib, boolean isBootable, List<VolumeAttachment> attachments) {
    /**
     * Keeps a copy of the attachments.
     *
     * @param id the ID
     * @param name the name
     * @param status Cinder's word for its state
     * @param sizeGib the size
     * @param isBootable whether a server can boot from it
     * @param attachments the servers it is attached to
     */
    public Volume {
        attachments = List.copyOf(attachments);
    }
}
