package io.kws.sdk.openstack.images;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.images.DiskFormat;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.transfers.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.OptionalLong;

/** The data of an image to upload, whose header has been checked. */
final class ImageData implements Content, AutoCloseable {
    private final Content content;
    private final InputStream once;
    private final DiskFormat format;

    private ImageData(Content content, InputStream once, DiskFormat format) {
        this.content = content;
        this.once = once;
        this.format = format;
    }

    /**
     * Opens the content of an upload and checks its header.
     *
     * @throws InvalidRequestException if the content cannot be read, is not an image, or does not have the requested format
     */
    static ImageData of(ImageUpload upload) {
        Content content = upload.content();
        try {
            InputStream in = content.open();
            try {
                byte[] head = in.readNBytes(DiskImageHeader.LENGTH);
                DiskFormat format = new DiskImageHeader(head).format(upload.diskFormat());
                if (!content.isRepeatable()) {
                    return new ImageData(content, new SequenceInputStream(new ByteArrayInputStream(head), in), format);
                }
                in.close();
                return new ImageData(content, InputStream.nullInputStream(), format);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw new InvalidRequestException("image content cannot be read: " + e, e);
        }
    }

    DiskFormat format() {
        return format;
    }

    @Override
    public OptionalLong lengthBytes() {
        return content.lengthBytes();
    }

    @Override
    public boolean isRepeatable() {
        return content.isRepeatable();
    }

    @Override
    public InputStream open() throws IOException {
        return isRepeatable() ? content.open() : once;
    }

    /** Closes a stream that was never sent. */
    @Override
    public void close() {
        try {
            once.close();
        } catch (IOException e) {
            return; // everything needed has been read
        }
    }
}
