package io.kws.sdk.openstack.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.Node;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.images.DiskFormat;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.ImageChange;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.images.Images;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstack4j.api.Builders;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.image.v2.ContainerFormat;

/** What images must do on any node. */
abstract class ImagesContract {
    private static final int MIB = 1 << 20;

    private final String name = "kws-test-" + RentalId.random();
    private final byte[] bytes = new byte[5 * MIB];

    @TempDir
    Path folder;

    ImagesContract() {
        new Random(1).nextBytes(bytes);
    }

    /** Returns the node under test. */
    abstract Node node();

    /** Ends a test. */
    void end() {}

    private Images images() {
        return node().images();
    }

    @AfterEach
    void deleteAll() {
        images().list().stream()
                .filter(image -> image.name().startsWith(name))
                .forEach(image -> images().delete(image.id()));
        end();
    }

    private Image upload(Content content) {
        return images().upload(ImageUpload.builder().name(name).content(content).build());
    }

    private List<Image> left() {
        return images().list().stream()
                .filter(image -> image.name().startsWith(name))
                .toList();
    }

    @Test
    void upload_file_isActiveAndComesBackTheSame() throws IOException {
        Path file = Files.write(folder.resolve("disk.img"), bytes);
        List<TransferProgress> heard = new ArrayList<>();

        Image image = images().upload(ImageUpload.builder()
                .name(name)
                .content(file)
                .minDiskGib(1)
                .minRamMib(64)
                .adminUser("student")
                .properties(Map.of("os_distro", "debian", "hw_disk_bus", "virtio"))
                .listener(heard::add)
                .build());

        assertThat(image.status()).isEqualTo("active");
        assertThat(image.diskFormat()).contains("raw");
        assertThat(image.visibility()).isEqualTo("private");
        assertThat(image.sizeBytes()).hasValue(bytes.length);
        assertThat(image.minDiskGib()).isEqualTo(1);
        assertThat(image.minRamMib()).isEqualTo(64);
        assertThat(image.adminUser()).contains("student");
        assertThat(image.properties()).containsEntry("os_distro", "debian").containsEntry("hw_disk_bus", "virtio");
        assertThat(heard).last().isEqualTo(new TransferProgress(bytes.length, OptionalLong.of(bytes.length)));
        assertThat(images().get(name)).isEqualTo(image);

        Path copy = Files.writeString(folder.resolve("copy.img"), "what was there before");
        List<TransferProgress> arrived = new ArrayList<>();
        assertThat(images().download(name, copy, arrived::add)).isEqualTo(image);
        assertThat(arrived).last().isEqualTo(new TransferProgress(bytes.length, OptionalLong.of(bytes.length)));

        assertThat(copy).hasBinaryContent(bytes);
        images().downloadAsync(name, copy).await();
        assertThat(copy).hasBinaryContent(bytes);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void upload_streamOfUnknownLength_isReadOnceAndStoredWhole() {
        Image image = upload(Content.of(new ByteArrayInputStream(bytes)));

        assertThat(image.sizeBytes()).hasValue(bytes.length);
    }

    @Test
    void upload_qcow2_isToldByItsHeader() {
        byte[] header = new byte[MIB];
        System.arraycopy("QFI\u00fb\0\0\0\3".getBytes(StandardCharsets.ISO_8859_1), 0, header, 0, 8);

        assertThat(upload(Content.of(header)).diskFormat()).contains("qcow2");
    }

    @Test
    void upload_otherFormatThanNamed_makesNothing() {
        ImageUpload upload = ImageUpload.builder()
                .name(name)
                .content(Content.of(bytes))
                .diskFormat(DiskFormat.QCOW2)
                .build();

        assertThatThrownBy(() -> images().upload(upload))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Could not upload image")
                .hasMessageContaining("image content must be qcow2, but its header shows no known format");
        assertThat(left()).isEmpty();
    }

    @Test
    void upload_streamBreaksOff_leavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        InputStream half = new SequenceInputStream(new ByteArrayInputStream(bytes), broken);

        KwsException failure = catchThrowableOfType(KwsException.class, () -> upload(Content.of(half)));

        assertThat(failure)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Could not upload image \"" + name + "\"")
                .hasMessageContaining("the disk is gone");
        assertThat(failure.receipt().entries(Outcome.DELETED)).hasSize(1);
        assertThat(left()).isEmpty();
    }

    @Test
    void upload_cancelled_leavesNothing() throws InterruptedException {
        CountDownLatch moving = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Operation<Image> operation = images().uploadAsync(ImageUpload.builder()
                .name(name)
                .content(Content.of(new ByteArrayInputStream(bytes)))
                .listener(progress -> {
                    moving.countDown();
                    try {
                        cancelled.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .build());

        moving.await();
        operation.cancel();
        assertThatThrownBy(operation::await).isInstanceOf(CancelledException.class);
        cancelled.countDown();

        assertThat(left()).isEmpty();
    }

    @Test
    void change_nameAndProperties_areSetAndTakenAway() {
        Image image = upload(Content.of(bytes));

        Image changed = images().change(
                        image.id(),
                        ImageChange.builder()
                                .name(name + "-b")
                                .minDiskGib(2)
                                .properties(Map.of("os_distro", "debian", "a/b~c", "x"))
                                .build());

        assertThat(changed.name()).isEqualTo(name + "-b");
        assertThat(changed.minDiskGib()).isEqualTo(2);
        assertThat(changed.properties()).containsEntry("os_distro", "debian").containsEntry("a/b~c", "x");

        Image bare = images().change(
                        image.id(),
                        ImageChange.builder()
                                .removedProperties("os_distro", "never-there", "a/b~c")
                                .build());

        assertThat(bare.properties()).doesNotContainKeys("os_distro", "a/b~c");
        assertThat(images().rename(image.id(), name).name()).isEqualTo(name);
        assertThat(images().hide(name).visibility()).isEqualTo("private");
    }

    @Test
    void publish_ordinaryUser_isDenied() {
        upload(Content.of(bytes));

        assertThatThrownBy(() -> images().publish(name)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void download_noData_isAConflictAndLeavesTheFileAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("copy.img"), "what was there before");
        String id = empty();

        assertThatThrownBy(() -> images().download(id, file))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the image has no data yet, its status is queued");
        assertThat(file).hasContent("what was there before");
    }

    /** Makes an image without data, as a half upload of somebody else leaves it. */
    private String empty() {
        return node().unwrap(
                        OSClientV3.class,
                        openstack -> openstack
                                .imagesV2()
                                .create(Builders.imageV2()
                                        .name(name)
                                        .containerFormat(ContainerFormat.BARE)
                                        .diskFormat(org.openstack4j.model.image.v2.DiskFormat.RAW)
                                        .build())
                                .getId());
    }

    @Test
    void delete_twice_saysWhetherThereWasOne() {
        upload(Content.of(bytes));

        assertThat(images().delete(name)).isTrue();
        assertThat(images().delete(name)).isFalse();
        assertThatThrownBy(() -> images().get(name)).isInstanceOf(NotFoundException.class);
    }
}
