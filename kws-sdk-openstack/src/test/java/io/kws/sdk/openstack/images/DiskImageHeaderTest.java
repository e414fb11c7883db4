package io.kws.sdk.openstack.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.images.DiskFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the first bytes of a disk image tell. */
class DiskImageHeaderTest {
    private static DiskImageHeader header(int offset, String mark) {
        byte[] head = new byte[DiskImageHeader.LENGTH];
        byte[] bytes = mark.getBytes(ISO_8859_1);
        System.arraycopy(bytes, 0, head, offset, bytes.length);
        return new DiskImageHeader(head);
    }

    @ParameterizedTest
    @CsvSource({
        "0, QFI\u00fb, QCOW2",
        "0, vhdxfile, VHDX",
        "0, conectix, VHD",
        "0, KDMV, VMDK",
        "64, \u007f\u0010\u00da\u00be, VDI",
        "32769, CD001, ISO",
        "510, U\u00aa, RAW"
    })
    void format_notNamed_isTold(int offset, String mark, DiskFormat format) {
        assertThat(header(offset, mark).format(Optional.empty())).isEqualTo(format);
        assertThat(header(offset, mark).format(Optional.of(format))).isEqualTo(format);
    }

    @ParameterizedTest
    @EnumSource(
            value = DiskFormat.class,
            names = {"QCOW2", "VHD"},
            mode = EnumSource.Mode.EXCLUDE)
    void format_namedAgainstTheHeader_isRefused(DiskFormat named) {
        assertThatThrownBy(() -> header(0, "QFI\u00fb").format(Optional.of(named)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("image content must be %s, but its header shows qcow2", named.word());
    }

    @Test
    void format_installerForSticks_mayBeRaw() {
        assertThat(header(32769, "CD001").format(Optional.of(DiskFormat.RAW))).isEqualTo(DiskFormat.RAW);
    }

    @Test
    void format_fixedVhd_hasNoHeader() {
        assertThat(header(0, "").format(Optional.of(DiskFormat.VHD))).isEqualTo(DiskFormat.VHD);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0,\u001f\u008b\u0008x,compressed by gzip",
                "0,\u00fd7zXZ\0,compressed by xz",
                "0,(\u00b5/\u00fd,compressed by zstd",
                "0,BZh9,compressed by bzip2",
                "0,PK\u0003\u0004x,a zip archive",
                "0,7z\u00bc\u00af'\u001c',a 7z archive",
                "257,ustar,a tar archive or OVA",
                "0,# Disk DescriptorFile,only the descriptor of a VMDK",
                "0,<!DOCTYPE HTML>,a web page",
                "0,<HTML>,a web page"
            })
    void format_noImage_isRefused(int offset, String mark, String what) {
        assertThatThrownBy(() -> header(offset, mark).format(Optional.of(DiskFormat.RAW)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("image content must be a disk image, was " + what);
    }

    @Test
    void format_nothing_isRefused() {
        assertThatThrownBy(() -> new DiskImageHeader(new byte[0]).format(Optional.empty()))
                .hasMessage("image content must not be empty");
    }
}
