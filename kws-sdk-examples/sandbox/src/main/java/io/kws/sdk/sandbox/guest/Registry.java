package io.kws.sdk.sandbox.guest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The container images that registries have, and what they do when nothing else is asked of them. */
public final class Registry {
    private static final Service CODE_SERVER = new Service("HTTP server listening on http://0.0.0.0:8080/\n", 8080);
    private static final Map<String, Service> SERVICES = Map.of(
            "nginx", new Service("/docker-entrypoint.sh: Configuration complete; ready for start up\n", 80),
            "httpd", new Service("AH00094: Command line: 'httpd -D FOREGROUND'\n", 80),
            "redis", new Service("* Ready to accept connections\n", 6379),
            "postgres", new Service("database system is ready to accept connections\n", 5432),
            "mysql", new Service("/usr/sbin/mysqld: ready for connections.\n", 3306),
            "codercom/code-server", CODE_SERVER,
            "kws/code-server", CODE_SERVER,
            "cirros", new Service("", 22));
    private static final Set<String> SHELLS = Set.of("alpine", "busybox", "debian", "ubuntu", "python", "node");
    private static final String HELLO = "hello-world";
    private static final String WEB = "kws/web";

    private Registry() {}

    /**
     * What an image runs by itself, for ever.
     *
     * @param greeting what it prints first
     * @param port the port on which it answers
     */
    public record Service(String greeting, int port) {}

    /**
     * Tells whether an image can be pulled.
     *
     * @param image its name; any tag, but of {@code kws/web} only 1 and 2 are there
     * @return whether a registry has it
     */
    public static boolean has(String image) {
        String name = repository(image);
        return SERVICES.containsKey(name)
                || isShell(image)
                || isHello(image)
                || webVersion(image).isPresent();
    }

    /**
     * Returns what an image runs by itself.
     *
     * @param image its name
     * @return the service; empty if it ends at once, or is a {@link #webVersion}
     */
    public static Optional<Service> service(String image) {
        return Optional.ofNullable(SERVICES.get(repository(image)));
    }

    /**
     * Tells whether an image runs a shell or the like, which ends when nobody types.
     *
     * @param image its name
     * @return whether it does
     */
    public static boolean isShell(String image) {
        return SHELLS.contains(repository(image));
    }

    /**
     * Tells whether an image is code-server, or {@code kws/code-server}, which stands in for it in tests.
     *
     * @param image its name
     * @return whether it is
     */
    public static boolean isCodeServer(String image) {
        return CODE_SERVER.equals(SERVICES.get(repository(image)));
    }

    /**
     * Tells whether an image greets and ends.
     *
     * @param image its name
     * @return whether it does
     */
    public static boolean isHello(String image) {
        return repository(image).equals(HELLO);
    }

    /**
     * Returns the version of a small web server for tests, {@code kws/web}: it serves on {@code $PORT}, or 8080.
     *
     * @param image its name
     * @return the version; empty if the image is another
     */
    public static Optional<String> webVersion(String image) {
        String tag = image.replaceFirst("^.*[:]", "");
        boolean isWeb =
                repository(image).replaceFirst("^[a-z0-9-]+\\.[a-z0-9.-]+/", "").equals(WEB);
        return isWeb && tag.matches("[12]") ? Optional.of(tag) : Optional.empty();
    }

    /**
     * Tells why an image cannot be pulled, as containerd does.
     *
     * @param image its name
     * @return the reason
     */
    public static String notFound(String image) {
        String whole = image.matches("[^/]+\\.[^/]+/.*")
                ? image
                : "docker.io/" + (image.contains("/") ? "" : "library/") + image;
        return "rpc error: code = NotFound desc = failed to pull and unpack image \"%s\": failed to resolve reference \"%s\": %s: not found"
                .formatted(whole, whole, whole);
    }

    private static String repository(String image) {
        return image.replaceFirst("^(docker\\.io/)?(library/)?", "").replaceFirst("[:@][^/]*$", "");
    }
}
