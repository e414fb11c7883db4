package io.kws.sdk.internal.nodes;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalBackends;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** A node in memory that rents out buckets and keeps a note. */
public final class FakeNode implements NodeView, RentalBackend {
    public final FakeNote note = new FakeNote();
    private final String name;
    private final Map<String, Tagged> things = new ConcurrentSkipListMap<>();
    private volatile Runnable beforeEnd = () -> {};
    private volatile boolean isDown;

    public FakeNode(String name) {
        this.name = name;
    }

    /** Rents out a bucket. */
    public void rent(String thing, String end) {
        Instant over = Instant.parse(end);
        Rental rental = new Rental(RentalId.random(), "alice", over.minusSeconds(1), Optional.of(over));
        things.put(thing, new Tagged(thing, thing, "", RentalTags.of(rental)));
    }

    public Set<String> things() {
        return Set.copyOf(things.keySet());
    }

    public void beforeEnd(Runnable work) {
        beforeEnd = work;
    }

    public void down(boolean down) {
        isDown = down;
        note.down(down);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public <C> List<C> capabilities(Class<C> type) {
        return Stream.<Object>of(note, new RentalBackends(List.of(this)))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.BUCKET;
    }

    @Override
    public List<Tagged> list() {
        if (isDown) {
            throw new NodeUnavailableException("it is down");
        }
        return List.copyOf(things.values());
    }

    @Override
    public Tagged get(String nameOrId) {
        return Optional.ofNullable(things.get(nameOrId)).orElseThrow(() -> new NotFoundException("it is gone"));
    }

    @Override
    public void tag(String id, Map<String, String> tags) {}

    @Override
    public void stop(String id) {}

    @Override
    public Receipt end(String id) {
        beforeEnd.run();
        return things.remove(id) == null
                ? Receipt.empty()
                : new Receipt(List.of(new ReceiptEntry(ResourceKind.BUCKET, id, id, Outcome.DELETED, "")));
    }

    @Override
    public Receipt endRest(RentalId rental) {
        return Receipt.empty();
    }

    @Override
    public List<Orphan> orphans(Set<String> living) {
        return List.of();
    }
}
