package io.kws.sdk.images;

import java.util.Locale;

/** How an image's data is laid out (Image API v2, {@code disk_format}). */
public enum DiskFormat {
    /** Just the disk's bytes. */
    RAW,
    /** QEMU's format, which takes no room for what is empty. */
    QCOW2,
    /** Hyper-V's and Xen's older format. */
    VHD,
    /** Hyper-V's newer format. */
    VHDX,
    /** VMware's format; one file that holds all. */
    VMDK,
    /** VirtualBox's format. */
    VDI,
    /** A CD's or DVD's content. */
    ISO;

    /** {@return Glance's word, such as {@code qcow2}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
