package io.kws.sdk.images;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An image as Glance described it at one moment (Image API v2). Servers are created from images. Immutable. */
public interface Image {
    /** {@return the ID; unique, never changes} */
    String id();

    /** {@return the name, empty if it has none; several images may share a name} */
    String name();

    /** {@return the state as Glance names it; servers can be created from {@code active} images only} */
    String status();

    /** {@return the disk format, such as {@code qcow2} or {@code raw}; empty until it is known} */
    Optional<String> diskFormat();

    /** {@return the size of the data in bytes; empty until there is some} */
    OptionalLong sizeBytes();

    /** {@return the smallest root disk in GiB that a flavor must have; 0 for any} */
    int minDiskGib();

    /** {@return the smallest memory in MiB that a flavor must have; 0 for any} */
    int minRamMib();

    /**
     * {@return who can see it, as Glance names it: {@code public}, {@code private}, {@code shared} or
     * {@code community}}
     */
    String visibility();

    /** {@return the user to log in as: the property {@code os_admin_user}, else the default user of the distribution, which is derived
     *     from {@code os_distro} or the name; empty if unknown} */
    Optional<String> adminUser();

    /** {@return the properties other than Glance's own fields, such as {@code os_distro}} */
    Map<String, String> properties();
}
