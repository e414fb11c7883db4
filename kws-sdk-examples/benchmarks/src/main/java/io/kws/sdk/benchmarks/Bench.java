package io.kws.sdk.benchmarks;

import io.kws.sdk.benchmarks.scenarios.Scenarios;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the SDK beside other clients, on the embedded sandbox. Prints a table, and writes it as Markdown and JSON. */
@Command(name = "kws bench", description = "Measures the SDK beside other clients, on the embedded sandbox.")
public final class Bench implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean isHelp;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "SCENARIO", arity = "0..*", description = "Such as S1 S5; all unless given.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--rounds", description = "How often each client has its turn; ${DEFAULT-VALUE}.")
    private int rounds = Sizes.USUAL.rounds();

    @Option(names = "--mib", description = "The size of the object in S7; ${DEFAULT-VALUE} MiB.")
    private int mebibytes = Sizes.USUAL.mebibytes();

    @Option(names = "--jmh-seconds", description = "How long S10 measures each client; ${DEFAULT-VALUE} s.")
    private int jmhSeconds = Sizes.USUAL.jmhSeconds();

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "A real cluster for S8, beside the sandbox's.")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where benchmarks.md and benchmarks.json are written; ${DEFAULT-VALUE}.")
    private Path folder = Path.of("target");

    private Bench() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments {@code --help} lists them
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        Map<String, Scenario> all = Scenarios.all();
        if (!all.keySet().containsAll(names)) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(), names + " are not all among " + all.keySet());
        }
        Sizes usual = Sizes.USUAL;
        Sizes sizes =
                new Sizes(rounds, usual.calls(), usual.nodes(), usual.rentals(), usual.rents(), mebibytes, jmhSeconds);
        Report report = new Report();
        try (Lab lab = new Lab(sizes, kubeconfig, folder.resolve("benchmarks.log"))) {
            for (String name : names.isEmpty() ? all.keySet() : names) {
                measure(name, Objects.requireNonNull(all.get(name)), lab, report);
                report.writeTo(folder);
            }
        }
        System.out.println(report.toText());
        return report.isWhole() ? 0 : 1;
    }

    private static void measure(String name, Scenario scenario, Lab lab, Report report) {
        PrintStream err = System.err;
        err.printf("%s: %s ...", name, scenario.title());
        long begun = System.nanoTime();
        try {
            report.add(name, scenario.title(), scenario.run(lab));
        } catch (RuntimeException e) { // the others may work all the same
            e.printStackTrace();
            report.add(name, scenario.title() + ": FAILED, " + e.getMessage(), List.of());
        }
        err.printf(" %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }
}
