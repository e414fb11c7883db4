package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.kws.sdk.driver.steps.FakeCloud.Fault;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Progress;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random use cases with random faults and cancels: what is in the cloud afterwards is what the receipt says. One case
 * of each seed can be run again, though its threads may take other turns.
 */
class HammerTest extends UseCaseFixture {
    private static final int CASES = 200;

    private int succeeded;
    private int failed;

    @Test
    void run_randomGraphsFaultsAndCancels_receiptTellsWhatIsThere() {
        for (int seed = 0; seed < CASES; seed++) {
            runCase(seed);
        }

        assertThat(succeeded).isPositive();
        assertThat(failed).isPositive();
        assertThat(succeeded + failed).isEqualTo(CASES);
    }

    private void runCase(int seed) {
        Random random = new Random(seed);
        FakeCloud ownCloud = new FakeCloud();
        int things = 1 + random.nextInt(8);
        for (int i = 0; i < things; i++) {
            addFaults(random, ownCloud, "t" + i);
        }
        int cancelAt = random.nextInt(4) == 0 ? random.nextInt(2 * things) : Integer.MAX_VALUE;
        CountDownLatch registered = new CountDownLatch(1);
        Operation<Receipt> operation = runner.start(useCase(steps -> {
            Latches.await(registered);
            define(random, steps, ownCloud, things);
        }));
        operation.onProgress(new CancelAt(operation, cancelAt)::hear);
        registered.countDown();

        Receipt receipt = end(seed, operation);

        assertThat(there(receipt)).as("seed %d", seed).isEqualTo(ownCloud.names());
    }

    private Receipt end(int seed, Operation<Receipt> operation) {
        try {
            Receipt receipt = operation.await(AMPLE);
            assertThat(receipt.entries(Outcome.LEFT)).as("seed %d", seed).isEmpty();
            succeeded++;
            return receipt;
        } catch (KwsException e) {
            assertThat(e.attempt()).as("seed %d", seed).isEqualTo("rent \"web\"");
            assertThat(e.receipt().entries(Outcome.CREATED)).as("seed %d", seed).isEmpty();
            failed++;
            return e.receipt();
        } catch (IllegalStateException e) {
            return fail("seed " + seed + " ended in an untyped error", e);
        }
    }

    private static void define(Random random, Steps steps, FakeCloud cloud, int things) {
        List<Step<?>> all = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            String name = "t" + i;
            Step<?>[] after =
                    all.stream().filter(step -> random.nextInt(3) == 0).toArray(Step<?>[]::new);
            boolean fails = random.nextInt(12) == 0;
            int turns = random.nextInt(50);
            all.add(steps.act(
                    name,
                    context -> {
                        for (int turn = 0; turn < turns; turn++) {
                            Thread.onSpinWait();
                        }
                        context.make(cloud.thing(name));
                        context.report("made");
                        if (fails) {
                            throw new IllegalStateException("a bug");
                        }
                    },
                    after));
        }
    }

    /** A look fails only where the thing is there: of what was not made, and not looked at, nobody knows. */
    private static void addFaults(Random random, FakeCloud cloud, String name) {
        if (random.nextInt(3) == 0) {
            cloud.fault("create " + name, Fault.lostAfter());
            cloud.fault("find " + name, lostLooks(random));
        } else {
            cloud.fault("create " + name, lostRequests(random));
        }
        if (random.nextInt(8) == 0) {
            cloud.fault("create " + name, Fault.refused(new QuotaExceededException("too many")));
        }
        if (random.nextInt(6) == 0) {
            cloud.fault("delete " + name, Fault.refused(new ConflictException("it is in use")));
        }
        if (random.nextInt(12) == 0) {
            cloud.fault("delete " + name, Fault.refused(new IllegalStateException("odd answer")));
        }
    }

    private static Fault[] lostLooks(Random random) {
        return Stream.generate(Fault::lostBefore).limit(random.nextInt(4)).toArray(Fault[]::new);
    }

    private static Fault[] lostRequests(Random random) {
        return Stream.generate(() -> random.nextInt(4) == 0 ? Fault.lostAfter() : Fault.lostBefore())
                .limit(random.nextInt(3))
                .toArray(Fault[]::new);
    }

    private static Set<String> there(Receipt receipt) {
        return receipt.entries().stream()
                .filter(entry -> entry.outcome() == Outcome.CREATED || entry.outcome() == Outcome.LEFT)
                .map(entry -> entry.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Cancels at a report. */
    private static final class CancelAt {
        private final Operation<?> operation;
        private int left;

        CancelAt(Operation<?> operation, int reports) {
            this.operation = operation;
            this.left = reports;
        }

        synchronized void hear(Progress progress) {
            if (left-- == 0) {
                operation.cancel();
            }
        }
    }
}
