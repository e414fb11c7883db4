package io.kws.sdk.images;

import java.util.Map;

/**
 * An image that servers are made from. Immutable.
 *
 * @param id the ID
 * @param name the name; several images may share one; empty if it has none
 * @param status Glance's word for its state; servers can be made from {@code active} ones only
 * @param diskFormat such as {@code qcow2} or {@code raw}; empty while unknown
 * @param sizeBytes the size of its data; 0 while there is none
 * @param minDiskGib the least root disk a flavor must have
 * @param minRamMib the least memory a flavor must have
 * @param visibility {@code public}, {@code private}, {@code shared} or {@code community}
 * @param adminUser the user that logs in: the image's property {@code os_admin_user}, else what its distribution
 *     ({@code os_distro}, or the image's name) has as its default; empty if nothing tells
 * @param properties what is not one of Glance's own fields, such as {@code os_distro}
 */
public record Image(
        String id,
        String name,
        String status,
        String diskFormat,
        long sizeBytes,
        int minDiskGib,
        int minRamMib,
        String visibility,
        String adminUser,
        Map<String, String> properties) {
    /**
     * Keeps a copy of the properties.
     *
     * @param id the ID
     * @param name the name
     * @param status Glance's word for its state
     * @param diskFormat its disk format
     * @param sizeBytes the size of its data
     * @param minDiskGib the least root disk
     * @param minRamMib the least memory
     * @param visibility who may use it
     * @param adminUser the user that logs in
     * @param properties all others
     */
    public Image {
        properties = Map.copyOf(properties);
    }
}
