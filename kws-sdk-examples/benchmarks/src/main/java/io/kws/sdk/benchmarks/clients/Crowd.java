package io.kws.sdk.benchmarks.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Makes calls from several threads. */
final class Crowd {
    private Crowd() {}

    /**
     * Makes calls, spread evenly over threads, and waits for all.
     *
     * @param calls how many
     * @param threads how many
     * @param caller makes each thread's way of calling, on that thread
     */
    static void run(int calls, int threads, Supplier<Runnable> caller) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int share = calls / threads + (thread < calls % threads ? 1 : 0);
                work.add(pool.submit(() -> {
                    Runnable call = caller.get();
                    for (int i = 0; i < share; i++) {
                        call.run();
                    }
                }));
            }
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
