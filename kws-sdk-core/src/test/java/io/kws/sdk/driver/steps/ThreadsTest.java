package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private final Threads threads = new Threads();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void steps_threads_areDaemons() throws Exception {
        assertThat(threads.steps()
                        .submit(() -> Thread.currentThread().isDaemon())
                        .get())
                .isTrue();
    }

    @Test
    void operations_threads_areDaemonsThatEndWhenIdle() throws Exception {
        assertThat(threads.operations()
                        .submit(() -> Thread.currentThread().isDaemon())
                        .get())
                .isTrue();
        assertThat(((ThreadPoolExecutor) threads.operations()).allowsCoreThreadTimeOut())
                .isTrue();
    }

    @Test
    void steps_many_noneWaitsForAnother() {
        CountDownLatch all = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            threads.steps().execute(() -> {
                all.countDown();
                Latches.await(all);
            });
        }

        Latches.await(all);

        assertThat(all.getCount()).isZero();
    }

    @Test
    void steps_jvmHasVirtualThreads_areVirtual() throws Exception {
        boolean hasThem = Runtime.version().feature() >= 21;

        String thread =
                threads.steps().submit(() -> Thread.currentThread().toString()).get();

        assertThat(thread.startsWith("VirtualThread")).isEqualTo(hasThem);
    }

    @Test
    void close_twice_endsAllThreads() throws Exception {
        threads.steps().submit(() -> {}).get();
        threads.operations().submit(() -> {}).get();

        threads.close();
        threads.close();

        assertThat(threads.steps().awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.operations().awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
}
