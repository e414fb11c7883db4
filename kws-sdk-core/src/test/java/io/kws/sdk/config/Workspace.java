package io.kws.sdk.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Folders and environment of a test: work, home and etc below one folder. */
final class Workspace {
    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Workspace(Path root) {
        this.root = root;
        for (String folder : new String[] {"work", "home", "etc"}) {
            file(folder + "/.here", "");
        }
    }

    Workspace variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path file(String path, String content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigEnvironment surroundings() {
        return new ConfigEnvironment(environment, root.resolve("work"), root.resolve("home"), root.resolve("etc"));
    }

    KwsConfig load() {
        return new ConfigLoader(surroundings()).load();
    }

    KwsConfig load(Path file) {
        return new ConfigLoader(surroundings()).load(file);
    }
}
