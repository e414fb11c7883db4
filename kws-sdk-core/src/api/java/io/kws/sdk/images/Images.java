package io.kws.sdk.images;

public interface Images {
    boolean delete(String nameOrId);
    default Image download(String nameOrId, java.nio.file.Path file) { throw null; }
    default Image hide(String nameOrId) { throw null; }
    default Image publish(String nameOrId) { throw null; }
    default Image rename(String nameOrId, String newName) { throw null; }
    Image change(String nameOrId, ImageChange change);
    Image download(String nameOrId, java.nio.file.Path file, io.kws.sdk.transfers.TransferListener listener);
    Image get(String nameOrId);
    Image upload(ImageUpload upload);
    io.kws.sdk.operations.Operation<Image> downloadAsync(String nameOrId, java.nio.file.Path file);
    io.kws.sdk.operations.Operation<Image> uploadAsync(ImageUpload upload);
    java.util.List<Image> list();
    java.util.Optional<Image> find(String nameOrId);
}
