package io.kws.sdk.driver.steps;

import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A cloud in memory. Its calls, such as {@code create web}, can be given faults, which come one after the other. */
final class FakeCloud {
    private final Map<String, String> things = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Deque<Fault>> faults = new TreeMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    /** What happens to one call. */
    interface Fault {
        void around(Runnable act);

        static Fault none() {
            return Runnable::run;
        }

        static Fault refused(RuntimeException failure) {
            return act -> {
                throw failure;
            };
        }

        /** A look that finds nothing, though there may be something. */
        static Fault blind() {
            return act -> {};
        }

        static Fault lostBefore() {
            return refused(new NodeUnavailableException("no connection"));
        }

        static Fault lostAfter() {
            return after(new NodeUnavailableException("connection reset"));
        }

        static Fault after(RuntimeException failure) {
            return act -> {
                act.run();
                throw failure;
            };
        }

        /** Blocks, whatever interrupts it, until it is let go. */
        static Fault held(CountDownLatch entered, CountDownLatch letGo) {
            return act -> {
                entered.countDown();
                Latches.awaitUninterrupted(letGo);
                act.run();
            };
        }
    }

    synchronized FakeCloud fault(String call, Fault... inTurn) {
        faults.computeIfAbsent(call, any -> new ArrayDeque<>()).addAll(Arrays.asList(inTurn));
        return this;
    }

    Resource<String> thing(String name) {
        return new Thing(name);
    }

    /** Returns a thing whose service makes a volume along with it, which stays. */
    Resource<String> thingWithVolume(String name) {
        return new Thing(name) {
            @Override
            public List<ReceiptEntry> undo(String made) {
                delete(made);
                return List.of(
                        new ReceiptEntry(ResourceKind.VOLUME, "of " + name, "v-1", Outcome.LEFT, "it is in use"));
            }
        };
    }

    /** Returns a change of something that was there before. */
    Resource<String> change(String name) {
        return new Change(name);
    }

    /** Puts a thing there, and returns its ID. */
    synchronized String holds(String name) {
        return things.computeIfAbsent(name, any -> "id-" + numbers.incrementAndGet());
    }

    synchronized Set<String> names() {
        return new TreeSet<>(things.keySet());
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private <R> R call(String call, Supplier<R> act, R unlessDone) {
        Fault fault = record(call);
        List<R> answer = new ArrayList<>();
        fault.around(() -> answer.add(act.get()));
        return answer.isEmpty() ? unlessDone : answer.get(0);
    }

    private synchronized Fault record(String call) {
        calls.add(call);
        Fault fault = faults.getOrDefault(call, new ArrayDeque<>()).poll();
        return fault == null ? Fault.none() : fault;
    }

    private synchronized String create(String name) {
        if (things.containsKey(name)) {
            throw new IllegalStateException("made twice: " + name);
        }
        return holds(name);
    }

    private synchronized Optional<String> find(String name) {
        return Optional.ofNullable(things.get(name));
    }

    private synchronized boolean delete(String id) {
        return things.values().remove(id);
    }

    private class Thing implements Resource<String> {
        private final String name;

        Thing(String name) {
            this.name = name;
        }

        @Override
        public ResourceKind kind() {
            return ResourceKind.SERVER;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String id(String made) {
            return made;
        }

        @Override
        public String create() {
            return call("create " + name, () -> FakeCloud.this.create(name), "");
        }

        @Override
        public Optional<String> find() {
            return call("find " + name, () -> FakeCloud.this.find(name), Optional.empty());
        }

        @Override
        public void delete(String made) {
            call("delete " + name, () -> FakeCloud.this.delete(made), false);
        }
    }

    private final class Change extends Thing {
        Change(String name) {
            super(name);
        }

        @Override
        public Outcome whenMade() {
            return Outcome.CHANGED;
        }

        @Override
        public Outcome whenUndone() {
            return Outcome.RESTORED;
        }
    }
}
