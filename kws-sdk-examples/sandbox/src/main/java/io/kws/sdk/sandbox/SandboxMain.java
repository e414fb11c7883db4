package io.kws.sdk.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox by itself: {@code --nodes kws1,kws2 --port-base 0 --dir DIR --boot-millis 2000}. */
public final class SandboxMain {
    private SandboxMain() {}

    /**
     * Starts the nodes, writes and prints clouds.yaml, writes a kubeconfig and kws.yaml, and runs until the process is
     * ended.
     *
     * @param args the options; see {@code --help}
     * @throws IOException if the files cannot be written
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = parsed(args);
        if (options.isHelp()) {
            System.out.print(Options.HELP);
            return;
        }
        Sandbox sandbox = options.start();
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        announce(sandbox, options.directory(), System.out);
        new CountDownLatch(1).await();
    }

    private static Options parsed(String... args) {
        try {
            return Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(64);
            throw e;
        }
    }

    private static void announce(Sandbox sandbox, Path directory, PrintStream out) throws IOException {
        Path kws = sandbox.writeTo(directory);
        Path clouds = kws.resolveSibling("clouds.yaml");
        Path kubeconfig = kws.resolveSibling("kubeconfig");
        out.println("# " + clouds);
        out.print(sandbox.cloudsYaml());
        out.println();
        out.println("For the openstack command:");
        out.println("  export OS_CLIENT_CONFIG_FILE=" + clouds);
        out.println("  openstack --os-cloud " + sandbox.nodes().get(0).name() + " server list");
        out.println("For the kubectl command:");
        out.println("  export KUBECONFIG=" + kubeconfig);
        out.println(
                "  kubectl --context " + sandbox.nodes().get(0).name() + " create deployment web --image=nginx:1.27");
        out.println("For kws-sdk:");
        out.println("  export KWS_CONFIG=" + kws);
        out.println("Ends with Ctrl-C.");
    }
}
