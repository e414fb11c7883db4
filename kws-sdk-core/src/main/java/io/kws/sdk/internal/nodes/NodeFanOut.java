package io.kws.sdk.internal.nodes;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ServiceFailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Asks several nodes side by side, each with a deadline of its own: a dead one never delays the living beyond it.
 *
 * @param threads runs a task for each node at once
 * @param perNode how long a node may take
 */
public record NodeFanOut(Executor threads, Duration perNode) {
    /**
     * What the nodes said.
     *
     * @param good the answers by the nodes' names
     * @param bad why others did not answer, by their names
     */
    public record Answers<T>(Map<String, T> good, Map<String, KwsException> bad) {}

    /** Asks all nodes, and waits for all answers. */
    public <T> Answers<T> ask(Collection<NodeView> nodes, Function<NodeView, T> question) {
        Answers<T> answers = new Answers<>(new TreeMap<>(), new TreeMap<>());
        Map<String, Asked<T>> asked = new LinkedHashMap<>();
        for (NodeView node : nodes) {
            asked.put(node.name(), start(() -> Deadline.after(perNode).during(() -> question.apply(node))));
        }
        asked.forEach((node, task) -> {
            try {
                answers.good().put(node, end(task, asked.values()));
            } catch (CancelledException e) {
                throw e;
            } catch (KwsException e) {
                answers.bad().put(node, ErrorDetails.onNode(e, node));
            }
        });
        return answers;
    }

    /** Does several things side by side, and waits until all have ended; then the first failure counts. */
    public <T> List<T> all(List<? extends Callable<T>> work) {
        List<Asked<T>> tasks = work.stream().map(this::start).toList();
        List<T> results = new ArrayList<>();
        List<KwsException> failures = new ArrayList<>();
        for (Asked<T> task : tasks) {
            try {
                results.add(end(task, tasks));
            } catch (KwsException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return results;
    }

    /**
     * Something that is being done.
     *
     * @param task knows its result
     * @param ended whether its thread has left it, which it may do long after it was cancelled
     */
    private record Asked<T>(FutureTask<T> task, CountDownLatch ended) {
        void run() {
            try {
                task.run();
            } finally {
                ended.countDown();
            }
        }
    }

    private <T> Asked<T> start(Callable<T> work) {
        Deadline deadline = Deadline.current();
        Asked<T> asked = new Asked<>(new FutureTask<>(() -> deadline.during(() -> call(work))), new CountDownLatch(1));
        try {
            threads.execute(asked::run);
        } catch (RejectedExecutionException e) {
            throw new CancelledException("the SDK is closed", e);
        }
        return asked;
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (KwsException e) {
            throw e;
        } catch (Exception | Error e) {
            throw new ServiceFailureException("it failed unexpectedly: " + e, e);
        }
    }

    /** An interrupt ends all, and nothing goes on behind the caller's back. */
    private static <T> T end(Asked<T> asked, Collection<Asked<T>> all) {
        try {
            return asked.task().get();
        } catch (InterruptedException e) {
            all.forEach(other -> other.task().cancel(true));
            all.forEach(other -> awaitEnd(other.ended()));
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted", e);
        } catch (CancellationException e) {
            throw new CancelledException("the thread was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KwsException known) {
                throw known;
            }
            throw new ServiceFailureException("it failed unexpectedly: " + e.getCause(), e.getCause());
        }
    }

    /** Further interrupts change nothing. */
    private static void awaitEnd(CountDownLatch ended) {
        boolean hasEnded = false;
        while (!hasEnded) {
            try {
                ended.await();
                hasEnded = true;
            } catch (InterruptedException e) {
                hasEnded = false;
            }
        }
    }
}
