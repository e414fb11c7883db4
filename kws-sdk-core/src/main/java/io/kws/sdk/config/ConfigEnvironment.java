package io.kws.sdk.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What configuration depends on besides its files: environment and folders. Tests bring their own. */
record ConfigEnvironment(Map<String, String> environment, Path workingFolder, Path homeFolder, Path siteFolder) {
    ConfigEnvironment {
        environment = Map.copyOf(environment);
    }

    static ConfigEnvironment ofProcess() {
        return new ConfigEnvironment(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home")),
                Path.of("/etc"));
    }

    /** A variable that is set and not empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** A path as written in a configuration: with {@code ~}, absolute, or relative to a folder. */
    Path path(String written, Path folder) {
        boolean home = written.equals("~") || written.startsWith("~/");
        return home
                ? homeFolder.resolve(written.substring(Math.min(2, written.length())))
                : folder.resolve(written).normalize();
    }

    /** The user's folder for a program's configuration. */
    Path userFolder(String program) {
        return variable("XDG_CONFIG_HOME")
                .map(folder -> path(folder, workingFolder))
                .orElseGet(() -> homeFolder.resolve(".config"))
                .resolve(program);
    }

    /** Where openstacksdk looks for its files, first to last. */
    List<Path> openstackFolders() {
        return Stream.of(
                        workingFolder,
                        userFolder("openstack"),
                        homeFolder.resolve(".config/openstack"),
                        siteFolder.resolve("xdg/openstack"),
                        siteFolder.resolve("openstack"))
                .distinct()
                .toList();
    }

    /** The folders only: the environment holds secrets. */
    @Override
    public String toString() {
        return workingFolder + ", " + homeFolder + ", " + siteFolder;
    }
}
