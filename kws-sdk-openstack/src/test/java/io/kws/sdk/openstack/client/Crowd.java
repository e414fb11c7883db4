package io.kws.sdk.openstack.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Many threads at once. */
final class Crowd {
    private Crowd() {}

    /** Runs work so often, spread over so many threads; returns what it threw. */
    static List<Throwable> run(int threads, int times, IntConsumer work) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                futures.add(pool.submit(() -> work.accept(number)));
            }
            return failures(futures);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Throwable> failures(List<Future<?>> futures) throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        return failures;
    }
}
