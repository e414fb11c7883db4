package io.kws.sdk.driver.http;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.WaitTimedOutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Limits how many calls to a node run at once. Transfers need no slot, as they may last for hours. */
final class CallSlots {
    private final Semaphore slots;

    CallSlots(int maxConcurrentCalls) {
        this.slots = new Semaphore(maxConcurrentCalls, true);
    }

    ServiceAnswer use(ServiceRequest request, Supplier<ServiceAnswer> call) {
        if (request.isTransfer()) {
            return call.get();
        }
        acquire(request);
        try {
            return call.get();
        } finally {
            slots.release();
        }
    }

    private void acquire(ServiceRequest request) {
        try {
            if (!slots.tryAcquire(Deadline.current().remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw ErrorDetails.withoutEffect(new WaitTimedOutException(
                        "the time allowed ran out while %s waited for other calls to the node".formatted(request)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorDetails.withoutEffect(new CancelledException("the thread was interrupted", e));
        }
    }
}
