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

/** Compares the SDK with other clients, on an embedded sandbox. Prints a table, and writes it as Markdown and JSON. */
@Command(name = "kws bench", description = "Compares the SDK with other clients, on an embedded sandbox.")
public final class Bench implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean isHelp;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "SCENARIO", arity = "0..*", description = "Scenarios to run, such as S1 S5. Default: all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--rounds", description = "Rounds for each client. Default: ${DEFAULT-VALUE}.")
    private int rounds = Sizes.USUAL.rounds();

    @Option(names = "--mib", description = "Size of the object in S7, in MiB. Default: ${DEFAULT-VALUE}.")
    private int mebibytes = Sizes.USUAL.mebibytes();

    @Option(names = "--jmh-seconds", description = "Seconds that S10 measures each client. Default: ${DEFAULT-VALUE}.")
    private int jmhSeconds = Sizes.USUAL.jmhSeconds();

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "Real cluster for S8, in addition to the sandbox.")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder for benchmarks.md and benchmarks.json. Default: ${DEFAULT-VALUE}.")
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
                    Objects.requireNonNull(command).commandLine(), "unknown scenario in " + names + "; choose from " + all.keySet());
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
