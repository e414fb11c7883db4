package io.kws.sdk.images;

import java.util.Locale;

/** The format of an image's data (Image API v2, {@code disk_format}). */
public enum DiskFormat {
    /** The plain bytes of the disk. */
    RAW,
    /** QEMU's format, which does not store empty blocks. */
    QCOW2,
    /** The older format of Hyper-V and Xen. */
    VHD,
    /** The newer format of Hyper-V. */
    VHDX,
    /** VMware's format, as a single file. */
    VMDK,
    /** The format of VirtualBox. */
    VDI,
    /** The content of a CD or DVD. */
    ISO;

    /** {@return Glance's name for it, such as {@code qcow2}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
