package io.kws.sdk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line of {@link SandboxMain}. */
final class Options {
    static final String HELP = """
            Runs OpenStack and Kubernetes nodes for tests and first steps; everything is in memory.
              --nodes NAME,NAME    the nodes (kws1,kws2)
              --port-base PORT     the first node's port, the others follow 100 apart; 0 for free ports (0)
                                   beside it are Kubernetes (PORT + 1) and the URLs of its apps (PORT + 2)
              --dir DIR            where clouds.yaml, kubeconfig and kws.yaml are written (a new temporary folder)
              --boot-millis MS     how long a server takes to become ACTIVE, and a Pod to run (5)
            """;
    private static final List<String> NAMES = List.of("--nodes", "--port-base", "--dir", "--boot-millis");

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    static Options parse(String... args) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (List.of("--help", "-h", "help").contains(args[i])) {
                values.put("--help", "");
            } else if (NAMES.contains(args[i]) && i + 1 < args.length) {
                values.put(args[i], args[i + 1]);
            } else {
                throw new IllegalArgumentException("Not understood: " + args[i] + "\n" + HELP);
            }
        }
        return new Options(values);
    }

    boolean isHelp() {
        return values.containsKey("--help");
    }

    Path directory() throws IOException {
        String named = values.get("--dir");
        return named == null ? Files.createTempDirectory("kws-sandbox") : Files.createDirectories(Path.of(named));
    }

    Sandbox start() {
        int base = Integer.parseInt(values.getOrDefault("--port-base", "0"));
        Sandbox.Builder builder = Sandbox.builder();
        int number = 0;
        for (String name : values.getOrDefault("--nodes", "kws1,kws2").split(",", -1)) {
            builder.port(name, base == 0 ? 0 : base + 100 * number++);
        }
        Sandbox sandbox = builder.start();
        Duration boot = Duration.ofMillis(Long.parseLong(values.getOrDefault("--boot-millis", "5")));
        sandbox.nodes().forEach(node -> node.bootTime(boot));
        return sandbox;
    }
}
