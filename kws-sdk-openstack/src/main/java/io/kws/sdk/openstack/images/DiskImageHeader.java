package io.kws.sdk.openstack.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.images.DiskFormat;
import java.util.List;
import java.util.Optional;

/** The first bytes of a disk image, which show its format. */
final class DiskImageHeader {
    /** The number of bytes that is enough to recognize every known format. */
    static final int LENGTH = 1 << 16;

    private static final List<Signature<DiskFormat>> FORMATS = List.of(
            new Signature<>(0, "QFI\u00fb", DiskFormat.QCOW2),
            new Signature<>(0, "vhdxfile", DiskFormat.VHDX),
            new Signature<>(0, "conectix", DiskFormat.VHD),
            new Signature<>(0, "KDMV", DiskFormat.VMDK),
            new Signature<>(64, "\u007f\u0010\u00da\u00be", DiskFormat.VDI),
            new Signature<>(32769, "CD001", DiskFormat.ISO));

    private static final List<Signature<String>> OTHER_CONTENTS = List.of(
            new Signature<>(0, "\u001f\u008b\u0008", "compressed by gzip; unpack it first"),
            new Signature<>(0, "\u00fd7zXZ\0", "compressed by xz; unpack it first"),
            new Signature<>(0, "(\u00b5/\u00fd", "compressed by zstd; unpack it first"),
            new Signature<>(0, "BZh", "compressed by bzip2; unpack it first"),
            new Signature<>(0, "PK\u0003\u0004", "a zip archive; unpack it first"),
            new Signature<>(0, "7z\u00bc\u00af'\u001c", "a 7z archive; unpack it first"),
            new Signature<>(257, "ustar", "a tar archive or OVA; unpack it first"),
            new Signature<>(0, "# Disk DescriptorFile", "only the descriptor of a VMDK, whose data is in other files"),
            new Signature<>(0, "<!doctype html", "a web page"),
            new Signature<>(0, "<html", "a web page"));

    private final String head;

    private record Signature<T>(int offset, String bytes, T meaning) {
        boolean isIn(String head) {
            return head.regionMatches(bytes.startsWith("<"), offset, bytes, 0, bytes.length());
        }
    }

    DiskImageHeader(byte[] head) {
        this.head = new String(head, ISO_8859_1);
    }

    /**
     * Returns the format of the data: the requested one, otherwise the one that the header shows, otherwise raw.
     *
     * @throws InvalidRequestException if the data is not an image, or does not have the requested format
     */
    DiskFormat format(Optional<DiskFormat> wanted) {
        if (head.isEmpty()) {
            throw new InvalidRequestException("image content must not be empty");
        }
        OTHER_CONTENTS.stream()
                .filter(signature -> signature.isIn(head))
                .findFirst()
                .ifPresent(signature -> {
                    throw new InvalidRequestException("image content must be a disk image, was " + signature.meaning());
                });
        Optional<DiskFormat> detected = FORMATS.stream()
                .filter(signature -> signature.isIn(head))
                .map(Signature::meaning)
                .findFirst();
        wanted.ifPresent(format -> requireFits(format, detected));
        return wanted.or(() -> detected).orElse(DiskFormat.RAW);
    }

    private static void requireFits(DiskFormat wanted, Optional<DiskFormat> detected) {
        boolean fits = detected.map(format -> format == wanted || isAlsoRaw(format, wanted))
                .orElse(wanted == DiskFormat.RAW || wanted == DiskFormat.VHD); // a fixed VHD's signature is at its end
        if (!fits) {
            throw new InvalidRequestException("image content must be %s, but its header %s"
                    .formatted(
                            wanted.word(),
                            detected.map(format -> "shows " + format.word()).orElse("shows no known format")));
        }
    }

    /** Installers for USB sticks are both a CD image and a disk image. */
    private static boolean isAlsoRaw(DiskFormat detected, DiskFormat wanted) {
        return detected == DiskFormat.ISO && wanted == DiskFormat.RAW;
    }
}
