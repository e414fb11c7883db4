package io.kws.sdk.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox by itself: {@code --nodes kws1,kws2 --port-base 0 --dir DIR --boot-millis 2000}. */
public final class SandboxMain {
    private SandboxMain() {}

    /**
     * Starts the nodes, writes clouds.yaml, and runs until the process is ended.
     *
     * @param args the options; see {@code --help}
     * @throws IOException if clouds.yaml cannot be written
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.parse(args);
        if (options.isHelp()) {
            System.out.print(Options.HELP);
            return;
        }
        Sandbox sandbox = options.start();
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        announce(sandbox, options.directory(), System.out);
        new CountDownLatch(1).await();
    }

    private static void announce(Sandbox sandbox, Path directory, PrintStream out) throws IOException {
        Path file = Files.createDirectories(directory).resolve("clouds.yaml");
        Files.writeString(file, sandbox.cloudsYaml());
        for (SandboxNode node : sandbox.nodes()) {
            out.println(node.name() + ": Keystone at " + node.authUrl() + ", SOCKS proxy into its servers at 127.0.0.1:"
                    + node.socksProxy().getPort());
        }
        out.println();
        out.println("export OS_CLIENT_CONFIG_FILE=" + file.toAbsolutePath());
        out.println("openstack --os-cloud " + sandbox.nodes().get(0).name() + " server list");
        out.println("Ends with Ctrl-C.");
    }
}
