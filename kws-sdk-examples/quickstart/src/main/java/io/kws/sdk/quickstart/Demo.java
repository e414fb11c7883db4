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

/** Rents a server, deploys an app, sweeps what is over, and takes all of it away; on the embedded sandbox or on real nodes. */
@Command(
        name = "kws demo",
        description = "Rents a server, deploys an app, sweeps what is over, and takes all of it away.")
public final class Demo implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean isHelp;

    @Option(names = "--config", paramLabel = "FILE", description = "A kws.yaml; without it: an embedded sandbox.")
    private @Nullable Path config;

    @Option(names = "--node", paramLabel = "NAME", description = "The node to rent on; without it: the first.")
    private String node = "";

    @Option(names = "--image", paramLabel = "NAME", description = "The image; ${DEFAULT-VALUE}.")
    private String image = "ubuntu-22.04";

    @Option(names = "--flavor", paramLabel = "NAME", description = "The flavor; ${DEFAULT-VALUE}.")
    private String flavor = "m1.small";

    @Option(names = "--wait-for-ssh", description = "Waits until SSH answers, not only until ACTIVE.")
    private boolean waitForSsh;

    @Option(names = "--app-image", paramLabel = "NAME", description = "The app's image; ${DEFAULT-VALUE}.")
    private String appImage = "nginx:1.27";

    @Option(names = "--app-port", paramLabel = "PORT", description = "The port it serves; ${DEFAULT-VALUE}.")
    private int appPort = 80;

    @Option(names = "--trace", description = "Prints the calls of rent and deploy as Mermaid sequence diagrams.")
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
                    out.printf("Started a sandbox: %s, each a cloud of its own.%n", nodes.describe());
                    waitForSsh = true;
                    tell(nodes.config(), out);
                }
            } else {
                tell(KwsConfig.load(config), out);
            }
            return 0;
        } catch (KwsException e) {
            out.flush();
            System.err.println(e.getMessage());
            e.receipt().entries().forEach(entry -> System.err.println("  " + entry));
            return 1;
        }
    }

    private void tell(KwsConfig nodes, PrintStream out) {
        Trace trace = new Trace();
        try (Kws kws = Kws.builder().config(nodes).onCall(trace).build()) {
            String name = node.isEmpty() ? first(kws) : node;
            Output output = new Output(out);
            new Story(kws, kws.node(name), output)
                    .tell(Story.spec(image, flavor, waitForSsh), () -> show(trace, "rent", output));
            trace.clear();
            new Deploying(kws.node(name), output, new Deploying.Web(appImage, appPort))
                    .tell(() -> show(trace, "deploy", output));
            new Ending(kws, kws.node(name), output).tell();
        }
    }

    private void show(Trace trace, String useCase, Output output) {
        if (showTrace) {
            output.say("The calls of the %s, as Mermaid draws them:%n%n%s".formatted(useCase, trace.toMermaid()));
        }
    }

    private static String first(Kws kws) {
        return kws.nodes().names().stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("the configuration has no nodes"));
    }
}
