package io.kws.sdk.sandbox.kubernetes;

import io.kws.sdk.sandbox.guest.Shell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one Pod: its own, and those of the storage that it mounts, which outlive it. */
final class ContainerFiles implements Shell.Files {
    private final Map<String, String> own = new HashMap<>();
    private final Map<String, Map<String, String>> mounted;

    /**
     * Begins with no files of its own.
     *
     * @param mounted the files of each storage, by the path where it is mounted
     */
    ContainerFiles(Map<String, Map<String, String>> mounted) {
        this.mounted = mounted;
    }

    private Map<String, String> holder(String path) {
        return mounted.entrySet().stream()
                .filter(mount -> path.startsWith(mount.getKey() + "/"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(own);
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.ofNullable(holder(path).get(path));
    }

    @Override
    public List<String> list(String folder) {
        String beginning = folder.replaceFirst("/+$", "") + "/";
        return Stream.concat(own.keySet().stream(), mounted.values().stream().flatMap(files -> files.keySet().stream()))
                .filter(path -> path.startsWith(beginning))
                .map(path -> path.substring(beginning.length()).replaceFirst("/.*", ""))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void write(String path, String content) {
        holder(path).put(path, content);
    }

    @Override
    public boolean delete(String path) {
        return holder(path).remove(path) != null;
    }
}
