package io.kws.sdk.quickstart;

import io.kws.sdk.Kws;
import io.kws.sdk.config.KwsConfig;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.trace.Trace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Rents a server, deploys an app, sweeps an expired bucket, and cleans everything up; on an embedded sandbox or on real
 * nodes.
 */
@Command(
        name = "kws demo",
        description = "Rents a server, deploys an app, sweeps an expired bucket, and cleans everything up.")
public final class Demo implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean isHelp;

    @Option(names = "--config", paramLabel = "FILE", description = "Run on the nodes of this kws.yaml. Default: an embedded sandbox.")
    private @Nullable Path config;

    @Option(names = "--node", paramLabel = "NAME", description = "Node to use. Default: the first one.")
    private String node = "";

    @Option(names = "--image", paramLabel = "NAME", description = "Server image. Default: ${DEFAULT-VALUE}.")
    private String image = "ubuntu-22.04";

    @Option(names = "--flavor", paramLabel = "NAME", description = "Server flavor. Default: ${DEFAULT-VALUE}.")
    private String flavor = "m1.small";

    @Option(names = "--wait-for-ssh", description = "Wait until the server answers SSH, not only until it is ACTIVE.")
    private boolean waitForSsh;

    @Option(names = "--app-image", paramLabel = "NAME", description = "App image. Default: ${DEFAULT-VALUE}.")
    private String appImage = "nginx:1.27";

    @Option(names = "--app-port", paramLabel = "PORT", description = "Port that the app listens on. Default: ${DEFAULT-VALUE}.")
    private int appPort = 80;

    @Option(names = "--trace", description = "Print the API calls of rent and deploy as Mermaid sequence diagrams.")
    private boolean showTrace;

    private Demo() {}

    /**
     * Runs the demo.
     *
     * @param arguments {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() {
        PrintStream out = System.out;
        try {
            if (config == null) {
                try (SandboxNodes nodes = SandboxNodes.start()) {
                    out.printf("Started a sandbox with two clouds: %s%n", nodes.describe());
                    waitForSsh = true;
                    run(nodes.config(), out);
                }
            } else {
                run(KwsConfig.load(config), out);
            }
            return 0;
        } catch (KwsException e) {
            out.flush();
            System.err.println(e.getMessage());
            e.receipt().entries().forEach(entry -> System.err.println("  " + entry));
            return 1;
        }
    }

    private void run(KwsConfig nodes, PrintStream out) {
        Trace trace = new Trace();
        try (Kws kws = Kws.builder().config(nodes).onCall(trace).build()) {
            String name = node.isEmpty() ? first(kws) : node;
            Output output = new Output(out);
            new ServerDemo(kws, kws.node(name), output)
                    .run(ServerDemo.spec(image, flavor, waitForSsh), () -> show(trace, "rent", output));
            trace.clear();
            new AppDemo(kws.node(name), output, new AppDemo.Web(appImage, appPort))
                    .run(() -> show(trace, "deploy", output));
            new SweepDemo(kws, kws.node(name), output).run();
        }
    }

    private void show(Trace trace, String useCase, Output output) {
        if (showTrace) {
            output.say("API calls of the %s (Mermaid sequence diagram):%n%n%s".formatted(useCase, trace.toMermaid()));
        }
    }

    private static String first(Kws kws) {
        return kws.nodes().names().stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("the configuration has no nodes; add one under \"nodes\""));
    }
}
