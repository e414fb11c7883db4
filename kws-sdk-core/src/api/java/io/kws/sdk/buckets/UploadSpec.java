package io.kws.sdk.buckets;

public abstract class UploadSpec {
    UploadSpec() {}
    public abstract String name();
    public abstract io.kws.sdk.transfers.Content content();
    public abstract java.util.Map<String, String> metadata();
    public abstract java.util.Optional<String> contentType();
    public abstract java.util.Optional<java.time.Duration> expiresAfter();
    public IfExists ifExists() { throw null; }
    public io.kws.sdk.transfers.TransferListener listener() { throw null; }
    public long segmentBytes() { throw null; }
    public static UploadSpec.NeedsName builder() { throw null; }

    public interface NeedsContent {
        UploadSpec.Options content(io.kws.sdk.transfers.Content content);
    }

    public interface NeedsName {
        UploadSpec.NeedsContent name(String name);
    }

    public interface Options {
        UploadSpec build();
        UploadSpec.Options contentType(String contentType);
        UploadSpec.Options expiresAfter(java.time.Duration expiresAfter);
        UploadSpec.Options ifExists(IfExists ifExists);
        UploadSpec.Options listener(io.kws.sdk.transfers.TransferListener listener);
        UploadSpec.Options metadata(java.util.Map<String, ? extends String> metadata);
        UploadSpec.Options segmentBytes(long segmentBytes);
    }
}
