package io.kws.sdk.driver.steps;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Progress;
import io.kws.sdk.operations.Timeouts;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one {@code Kws}, and the use cases that run on them. Steps run on virtual threads if the JVM has them,
 * else on daemon threads, which end when idle. At most 64 operations run at once, others wait. No thread keeps the JVM
 * from exiting. Thread-safe.
 */
public final class Threads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final int OPERATIONS_AT_ONCE = 64;
    private static final long IDLE_SECONDS = 60;

    private final ExecutorService steps = perTask();
    private final ExecutorService operations = atMost(OPERATIONS_AT_ONCE);
    private final Duration patience;
    private final Set<CancellableTask<?>> underWay = new LinkedHashSet<>();
    private boolean closed;

    /** Makes threads whose {@link #close} waits for as long as a call and undoing may take by default. */
    public Threads() {
        this(Timeouts.DEFAULT.attempt().plus(Timeouts.DEFAULT.rollback()));
    }

    /**
     * Makes threads.
     *
     * @param patience how long {@link #close} waits for running use cases to undo their work
     */
    public Threads(Duration patience) {
        this.patience = patience;
    }

    /** {@return the executor of steps, which never makes one wait for another} */
    public ExecutorService steps() {
        return steps;
    }

    /** {@return the executor of operations} */
    public ExecutorService operations() {
        return operations;
    }

    /**
     * Runs a task. Blocks until it ends.
     *
     * @param task the task
     * @param <T> the type of its result
     * @return the result
     * @throws io.kws.sdk.errors.KwsException if it fails
     * @throws io.kws.sdk.errors.CancelledException if the threads are closed
     */
    public <T> T run(CancellableTask<T> task) {
        enter(task);
        try {
            return task.run();
        } finally {
            leave(task);
        }
    }

    /**
     * Starts a task in the background. It waits for no other task, so it may wait for operations itself.
     *
     * @param attempt what is attempted, as it follows "Could not"
     * @param task returns the task, given the listener for its progress
     * @param <T> the type of its result
     * @return the operation
     * @throws io.kws.sdk.errors.CancelledException if the threads are closed
     */
    public <T> Operation<T> start(String attempt, Function<Consumer<Progress>, ? extends CancellableTask<T>> task) {
        return start(attempt, task, steps);
    }

    <T> Operation<T> start(
            String attempt, Function<Consumer<Progress>, ? extends CancellableTask<T>> task, Executor executor) {
        BackgroundOperation<T> operation =
                new BackgroundOperation<>(UUID.randomUUID().toString(), attempt);
        CancellableTask<T> made = task.apply(operation::report);
        enter(made);
        operation.start(made, this, executor);
        return operation;
    }

    /**
     * Cancels the running use cases, waits until they have undone their work, and rejects new ones. Does nothing the
     * second time. An interrupt ends the wait; the thread's interrupt flag stays set.
     */
    @Override
    public void close() {
        shut().forEach(run -> run.cancel("the SDK was closed"));
        try {
            awaitEnds();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        operations.shutdown();
        steps.shutdown();
    }

    /**
     * Checks that the threads are open.
     *
     * @throws io.kws.sdk.errors.CancelledException if they are closed
     */
    public synchronized void requireOpen() {
        if (closed) {
            throw new CancelledException("the SDK is closed");
        }
    }

    synchronized void enter(CancellableTask<?> run) {
        if (closed) {
            throw run.refused("the SDK is closed");
        }
        underWay.add(run);
    }

    synchronized void leave(CancellableTask<?> run) {
        underWay.remove(run);
        notifyAll();
    }

    /** Returns the newest first, so that none that still waits starts because another one has ended. */
    private synchronized List<CancellableTask<?>> shut() {
        closed = true;
        List<CancellableTask<?>> newestFirst = new ArrayList<>(underWay);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private synchronized void awaitEnds() throws InterruptedException {
        Deadline deadline = Deadline.after(patience);
        while (!underWay.isEmpty() && !deadline.hasPassed()) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline.remaining().toNanos());
        }
        if (!underWay.isEmpty()) {
            LOG.warn("Closed while {} use cases were still undoing their work", underWay.size());
        }
    }

    private static ExecutorService perTask() {
        try { // since JDK 21
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Executors.newCachedThreadPool(daemons("step"));
        }
    }

    private static ExecutorService atMost(int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("operation"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
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
