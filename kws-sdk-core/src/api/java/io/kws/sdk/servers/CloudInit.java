package io.kws.sdk.servers;

public final class CloudInit {
    CloudInit() {}
    public String toBase64() { throw null; }
    public boolean isEmpty() { throw null; }
    public byte[] userData() { throw null; }
    public CloudInit mergedWith(CloudInit ours) { throw null; }
    public java.util.List<Object> settings(String key) { throw null; }
    public static final int MAX_BASE64_LENGTH = (int) 0;
    public static CloudInit none() { throw null; }
    public static CloudInit of(String text) { throw null; }
    public static CloudInit of(byte[] data) { throw null; }
    public static CloudInit read(java.nio.file.Path file) { throw null; }
    public static CloudInit.Builder builder() { throw null; }

    public interface Builder {
        default CloudInit.Builder writeFile(String path, String content) { throw null; }
        CloudInit build();
        CloudInit.Builder addAdmin(String name, String... authorizedKeys);
        CloudInit.Builder addCommands(String... commands);
        CloudInit.Builder addPackages(String... names);
        CloudInit.Builder addSshKeys(String... authorizedKeys);
        CloudInit.Builder addUser(String name, String... authorizedKeys);
        CloudInit.Builder hostname(String name);
        CloudInit.Builder packageUpdate();
        CloudInit.Builder packageUpgrade();
        CloudInit.Builder set(String key, Object value);
        CloudInit.Builder timezone(String zone);
        CloudInit.Builder writeFile(String path, String content, String permissions);
    }
}
