package io.kws.sdk.images;

public enum DiskFormat {
    RAW, QCOW2, VHD, VHDX, VMDK, VDI, ISO;
    public String word() { throw null; }
}
