package io.kws.sdk.driver.steps;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Progress;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** Waits for reports of operations. */
public final class Reports {
    private Reports() {}

    /** Waits until an operation begins a step; it may have begun it already. */
    public static void awaitStep(Operation<?> operation, String step) {
        await(operation, progress -> progress.step().equals(step));
    }

    /** Waits until the newest report is as wanted; it may have come already. */
    public static void await(Operation<?> operation, Predicate<Progress> wanted) {
        CountDownLatch seen = new CountDownLatch(1);
        operation.onProgress(progress -> {
            if (wanted.test(progress)) {
                seen.countDown();
            }
        });
        Latches.await(seen);
    }
}
