package io.kws.sdk.volumes;

import java.util.List;

/** A volume as Cinder described it at one moment (Block Storage API v3). Immutable. */
public interface Volume {
    /** {@return the ID; unique, never changes} */
    String id();

    /** {@return the name, empty if it has none; several volumes may share a name} */
    String name();

    /** {@return the state as Cinder names it, such as {@code available} or {@code in-use}} */
    String status();

    /** {@return the size in GiB} */
    int sizeGib();

    /** {@return whether a server can boot from it} */
    boolean isBootable();

    /** {@return the servers it is attached to} */
    List<VolumeAttachment> attachments();
}
