package io.kws.sdk.openstack.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.images.DiskFormat;
import java.util.List;
import java.util.Optional;

/** The first bytes of a disk image, which tell its format. */
final class DiskImageHeader {
    /** So many bytes tell all that can be told. */
    static final int LENGTH = 1 << 16;

    private static final List<Mark<DiskFormat>> FORMATS = List.of(
            new Mark<>(0, "QFI\u00fb", DiskFormat.QCOW2),
            new Mark<>(0, "vhdxfile", DiskFormat.VHDX),
            new Mark<>(0, "conectix", DiskFormat.VHD),
            new Mark<>(0, "KDMV", DiskFormat.VMDK),
            new Mark<>(64, "\u007f\u0010\u00da\u00be", DiskFormat.VDI),
            new Mark<>(32769, "CD001", DiskFormat.ISO));

    private static final List<Mark<String>> NO_IMAGES = List.of(
            new Mark<>(0, "\u001f\u008b\u0008", "compressed by gzip; unpack it first"),
            new Mark<>(0, "\u00fd7zXZ\0", "compressed by xz; unpack it first"),
            new Mark<>(0, "(\u00b5/\u00fd", "compressed by zstd; unpack it first"),
            new Mark<>(0, "BZh", "compressed by bzip2; unpack it first"),
            new Mark<>(0, "PK\u0003\u0004", "a zip archive; unpack it first"),
            new Mark<>(0, "7z\u00bc\u00af'\u001c", "a 7z archive; unpack it first"),
            new Mark<>(257, "ustar", "a tar archive or OVA; unpack it first"),
            new Mark<>(0, "# Disk DescriptorFile", "only the description of a VMDK, whose data is in other files"),
            new Mark<>(0, "<!doctype html", "a web page"),
            new Mark<>(0, "<html", "a web page"));

    private final String head;

    private record Mark<T>(int offset, String bytes, T tells) {
        boolean isIn(String head) {
            return head.regionMatches(bytes.startsWith("<"), offset, bytes, 0, bytes.length());
        }
    }

    DiskImageHeader(byte[] head) {
        this.head = new String(head, ISO_8859_1);
    }

    /**
     * Returns the format of the data: the one asked for, else what the header tells, else raw.
     *
     * @throws InvalidRequestException if it is no image, or of another format than asked for
     */
    DiskFormat format(Optional<DiskFormat> wanted) {
        if (head.isEmpty()) {
            throw new InvalidRequestException("the content is empty");
        }
        NO_IMAGES.stream().filter(mark -> mark.isIn(head)).findFirst().ifPresent(mark -> {
            throw new InvalidRequestException("the content is no disk image but " + mark.tells());
        });
        Optional<DiskFormat> told = FORMATS.stream()
                .filter(mark -> mark.isIn(head))
                .map(Mark::tells)
                .findFirst();
        wanted.ifPresent(format -> requireFits(format, told));
        return wanted.or(() -> told).orElse(DiskFormat.RAW);
    }

    private static void requireFits(DiskFormat wanted, Optional<DiskFormat> told) {
        boolean fits = told.map(format -> format == wanted || isAlsoRaw(format, wanted))
                .orElse(wanted == DiskFormat.RAW || wanted == DiskFormat.VHD); // a fixed VHD's mark is at its end
        if (!fits) {
            throw new InvalidRequestException("the content is not %s: its header %s"
                    .formatted(
                            wanted.word(),
                            told.map(format -> "is that of " + format.word()).orElse("is of no known format")));
        }
    }

    /** Installers for USB sticks are both a CD's content and a disk's. */
    private static boolean isAlsoRaw(DiskFormat told, DiskFormat wanted) {
        return told == DiskFormat.ISO && wanted == DiskFormat.RAW;
    }
}
