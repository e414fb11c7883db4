package io.kws.sdk.buckets;

public abstract class DownloadSpec {
    DownloadSpec() {}
    public abstract String name();
    public abstract java.nio.file.Path file();
    public Partial partial() { throw null; }
    public io.kws.sdk.transfers.TransferListener listener() { throw null; }
    public static DownloadSpec.NeedsName builder() { throw null; }

    public interface NeedsFile {
        DownloadSpec.Options file(java.nio.file.Path file);
    }

    public interface NeedsName {
        DownloadSpec.NeedsFile name(String name);
    }

    public interface Options {
        DownloadSpec build();
        DownloadSpec.Options listener(io.kws.sdk.transfers.TransferListener listener);
        DownloadSpec.Options partial(Partial partial);
    }
}
