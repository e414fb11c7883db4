package io.kws.sdk.internal.placement;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.CancellableTask;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ErrorScope;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoNodeException;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Progress;
import io.kws.sdk.placement.NodeRoom;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.receipts.Outcome;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes something on the first of several nodes that takes it. A node that failed is passed over only when it is known to
 * have no such thing: there are never two. Of its state, {@link #current}, {@link #surveying}, {@link #cancelled} and
 * {@link #ended} are shared.
 */
final class PlacementRun<C, S, R> implements CancellableTask<R> {
    private final FleetNodes nodes;
    private final PlacementRequest<C, S, R> request;
    private final Consumer<Progress> listener;
    private final Map<String, KwsException> passedOver = new TreeMap<>();
    private final PlacementReceipt receipt;
    private @Nullable Operation<R> current;
    private @Nullable Thread surveying;
    private @Nullable String cancelled;
    private boolean ended;

    PlacementRun(FleetNodes nodes, PlacementRequest<C, S, R> request, Consumer<Progress> listener) {
        this.nodes = nodes;
        this.request = request;
        this.listener = listener;
        this.receipt = new PlacementReceipt();
    }

    @Override
    public R run() {
        try {
            return Deadline.current()
                    .atMost(request.kind().asked().allowed().apply(request.spec()))
                    .during(this::place);
        } catch (KwsException e) {
            throw inUseCase(e);
        } finally {
            close();
        }
    }

    private synchronized void close() {
        ended = true;
    }

    @Override
    public KwsException refused(String reason) {
        return inUseCase(new CancelledException(reason));
    }

    @Override
    public synchronized boolean cancel(String reason) {
        if (ended || cancelled != null) {
            return false;
        }
        cancelled = reason;
        if (surveying != null) {
            surveying.interrupt();
        }
        return current == null || current.cancel() || !isMade(current);
    }

    /** One that is being undone takes no cancel, but no other node is tried after it. */
    private static boolean isMade(Operation<?> operation) {
        Progress progress = operation.progress();
        return progress.total() > 0 && progress.done() == progress.total();
    }

    private KwsException inUseCase(KwsException failure) {
        return ErrorDetails.inUseCase(failure, "", request.attempt(), receipt.soFar());
    }

    private R place() {
        PlacementPlan plan = survey();
        plan.passedOver().forEach(this::passOver);
        plan.conflict().ifPresent(conflict -> {
            throw conflict;
        });
        for (NodeRoom room : plan.order()) {
            try {
                return taken(await(watched(start(room.node()), room.node())));
            } catch (KwsException e) {
                passOverOrEnd(room.node(), e);
            }
        }
        throw refusedByAll();
    }

    /** A cancel that came in time is honoured even if all nodes have refused. */
    private synchronized KwsException refusedByAll() {
        requireGoing();
        ended = true;
        return new NoNodeException(passedOver);
    }

    private R taken(R made) {
        LateCreateCleanup lateLook = new LateCreateCleanup(nodes, request);
        passedOver.entrySet().stream()
                .filter(node -> LateCreateCleanup.isNeeded(request, node.getValue()))
                .forEach(node -> receipt.addOf(node.getKey(), lateLook.at(node.getKey())));
        PlaceableKind.Made<R> reader = request.kind().made();
        return reader.with().apply(made, receipt.with(reader.receipt().apply(made)));
    }

    private PlacementPlan survey() {
        listener.accept(new Progress(0, 0, "look for room", "", false));
        begin();
        try {
            return new CapacitySurvey<>(nodes, request).plan();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        requireGoing();
        surveying = Thread.currentThread();
    }

    /** An interrupt that was a cancel has done its work. */
    @SuppressWarnings("ThreadInterrupted")
    private synchronized void end() {
        surveying = null;
        if (cancelled != null) {
            Thread.interrupted();
        }
    }

    private synchronized void requireGoing() {
        if (cancelled != null) {
            throw new CancelledException(cancelled);
        }
    }

    private synchronized Operation<R> start(String node) {
        requireGoing();
        C service = nodes.get(node).capabilities(request.kind().service()).get(0);
        Operation<R> operation = request.kind().make().apply(service, request.spec());
        current = operation;
        return operation;
    }

    /** Calls the listener at once, which may cancel, so nothing may be held here. */
    private Operation<R> watched(Operation<R> operation, String node) {
        return operation.onProgress(progress -> listener.accept(new Progress(
                progress.done(),
                progress.total(),
                "%s: %s".formatted(node, progress.step()),
                progress.detail(),
                progress.finished())));
    }

    /** An interrupt of the waiting thread gives up what it waits for, and then waits for its undoing. */
    private R await(Operation<R> operation) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return operation.await();
                } catch (CancelledException e) {
                    if (!Thread.interrupted()) {
                        throw e;
                    }
                    interrupted = true;
                    operation.cancel();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A cancel that came in time is honoured, whatever the failure. */
    private void passOverOrEnd(String node, KwsException failure) {
        boolean isEnd = endsAll(failure);
        boolean isCancelled = leave(isEnd);
        if (isEnd && (!isCancelled || failure instanceof CancelledException)) {
            receipt.add(failure.receipt());
            throw failure;
        }
        passOver(node, failure);
        requireGoing();
    }

    /** Returns whether it was cancelled; after what ends it all, a cancel is too late. */
    private synchronized boolean leave(boolean isEnd) {
        current = null;
        ended = isEnd;
        return cancelled != null;
    }

    private void passOver(String node, KwsException why) {
        passedOver.put(node, why);
        receipt.skip(node, why);
        listener.accept(new Progress(0, 0, node + ": passed over", why.reason(), false));
    }

    /**
     * Ends it all where going on could make a second thing, or would do no good: what is wrong with the request is wrong
     * everywhere.
     */
    private boolean endsAll(KwsException failure) {
        return failure.scope() == ErrorScope.REQUEST
                || failure.scope() == ErrorScope.CANCELLED
                || mayBeThere(failure)
                || Deadline.current().hasPassed();
    }

    private boolean mayBeThere(KwsException failure) {
        return failure.receipt().entries(Outcome.LEFT).stream()
                .anyMatch(entry -> entry.kind() == request.kind().kind());
    }
}
