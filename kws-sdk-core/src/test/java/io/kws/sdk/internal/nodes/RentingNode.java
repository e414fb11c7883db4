package io.kws.sdk.internal.nodes;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalBackends;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node that rents out servers and buckets, all in memory. */
public final class RentingNode implements NodeView {
    public final Kind servers = new Kind(ResourceKind.SERVER);
    public final Kind buckets = new Kind(ResourceKind.BUCKET);
    private final String name;

    public RentingNode(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public <C> List<C> capabilities(Class<C> type) {
        return Stream.of(new RentalBackends(List.of(servers, buckets)))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** One kind of thing; fails as it is told. */
    public static final class Kind implements RentalBackend {
        public final List<String> calls = new CopyOnWriteArrayList<>();
        public final List<Orphan> parts = new CopyOnWriteArrayList<>();
        private final Map<String, Map<String, String>> tags = new ConcurrentHashMap<>();
        private final ResourceKind kind;
        private final Map<String, Integer> failures = new ConcurrentHashMap<>();
        private final Map<String, KwsException> broken = new ConcurrentHashMap<>();
        private final Map<String, Look> looks = new ConcurrentHashMap<>();
        private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private volatile @Nullable Runnable alarm;

        /** How a thing looks. */
        private record Look(String status, Course course, List<String> addresses) {}

        public Kind(ResourceKind kind) {
            this.kind = kind;
        }

        /** Rents out something, named like its owner's. */
        public RentalId rent(String id, @Nullable Instant end) {
            Rental rental = new Rental(RentalId.random(), "alice", Instant.EPOCH, Optional.ofNullable(end));
            tags.put(id, RentalTags.of(rental));
            return rental.id();
        }

        /** Has the very thing that another node has. */
        public void rentAs(Kind other, String id) {
            tags.put(id, other.tags(id));
        }

        public Map<String, String> tags(String id) {
            return tags.computeIfAbsent(id, none -> Map.of());
        }

        /** Lets the next calls of a sort fail as if the node were down. */
        public void failNext(String call, int times) {
            failures.put(call, times);
        }

        public void show(String id, String status, Course course, String... addresses) {
            looks.put(id, new Look(status, course, List.of(addresses)));
        }

        /** Lets the next call of a sort wait for an interrupt; the latch opens when it has begun. */
        public CountDownLatch hangNext(String call) {
            CountDownLatch begun = new CountDownLatch(1);
            hanging.put(call, begun);
            return begun;
        }

        public CountDownLatch wasInterrupted() {
            return interrupted;
        }

        /** Tells whoever wants to hear of changes that there may be one. */
        public void ring() {
            Optional.ofNullable(alarm).ifPresent(Runnable::run);
        }

        public boolean hasAlarm() {
            return alarm != null;
        }

        @Override
        public Optional<Alarm> alarm(Runnable news) {
            alarm = news;
            return Optional.of(() -> alarm = null);
        }

        private void hang(String call) {
            CountDownLatch begun = hanging.remove(call);
            if (begun != null) {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw new CancelledException("the thread was interrupted", e);
                }
            }
        }

        /** Lets all calls of a sort fail. */
        public void fail(String call, KwsException failure) {
            broken.put(call, failure);
        }

        private synchronized void called(String call) {
            calls.add(call);
            Optional.ofNullable(broken.get(call)).ifPresent(failure -> {
                throw failure;
            });
            int left = failures.getOrDefault(call, 0);
            if (left > 0) {
                failures.put(call, left - 1);
                throw new NodeUnavailableException("it is down");
            }
        }

        @Override
        public ResourceKind kind() {
            return kind;
        }

        @Override
        public List<Tagged> list() {
            hang("list");
            called("list");
            return tags.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> tagged(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private Tagged tagged(String id, Map<String, String> found) {
            Look look = looks.getOrDefault(id, new Look("ACTIVE", Course.RESTING, List.of()));
            return new Tagged(id, id, look.status(), found, look.addresses(), look.course());
        }

        @Override
        public Tagged get(String nameOrId) {
            called("get " + nameOrId);
            return Optional.ofNullable(tags.get(nameOrId))
                    .map(found -> new Tagged(nameOrId, nameOrId, "ACTIVE", found))
                    .orElseThrow(() -> new NotFoundException("there is no " + nameOrId));
        }

        @Override
        public void tag(String id, Map<String, String> added) {
            called("tag " + id);
            Map<String, String> all = new HashMap<>(tags(id));
            all.putAll(added);
            tags.put(id, all);
        }

        @Override
        public void stop(String id) {
            called("stop " + id);
        }

        @Override
        public Receipt end(String id) {
            called("end " + id);
            return tags.remove(id) == null ? Receipt.empty() : deleted(id);
        }

        @Override
        public Receipt endRest(RentalId rental) {
            called("end rest");
            return parts.removeIf(part -> part.rental().equals(rental)) ? deleted(rental.value()) : Receipt.empty();
        }

        private Receipt deleted(String id) {
            return new Receipt(List.of(new ReceiptEntry(kind, id, id, Outcome.DELETED, "")));
        }

        @Override
        public List<Orphan> orphans(Set<String> living) {
            return parts.stream()
                    .filter(part -> !living.contains(part.rental().value()))
                    .toList();
        }
    }
}
