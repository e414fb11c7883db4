package io.kws.sdk.operations;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one {@code Kws}: virtual ones where the JVM has them, else daemon threads that end when idle. At most
 * 64 operations run at once, further ones wait; the JVM can always exit. Safe for use by many threads.
 */
public final class Threads implements AutoCloseable {
    private static final int OPERATIONS_AT_ONCE = 64;

    private final ExecutorService steps = perTask();
    private final ExecutorService operations = Executors.newFixedThreadPool(OPERATIONS_AT_ONCE, daemons("operation"));

    /** {@return runs steps; never makes one wait for another} */
    public ExecutorService steps() {
        return steps;
    }

    /** {@return runs operations} */
    public ExecutorService operations() {
        return operations;
    }

    /** Interrupts what still runs, which makes it undo its work, and takes no more. */
    @Override
    public void close() {
        operations.shutdownNow();
        steps.shutdown();
    }

    private static ExecutorService perTask() {
        try { // since JDK 21
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Executors.newCachedThreadPool(daemons("step"));
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "kws-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
