package io.kws.sdk.openstack.resources;

import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.Timeouts;
import java.util.function.BooleanSupplier;

/**
 * A request that changes a resource's state and does no harm if it is carried out twice. When its answer is lost, it is
 * sent again unless the resource shows its effect; a service may refuse the repetition because of that effect.
 *
 * @param request sends the request once
 * @param hasEffect whether the resource shows the effect, after the answer was lost
 * @param explainsRefusal whether the resource shows that the request was carried out, after a repetition was refused
 */
public record StateChange(Runnable request, BooleanSupplier hasEffect, BooleanSupplier explainsRefusal) {
    /**
     * Makes a change whose effect looks the same after a lost answer and after a refused repetition.
     *
     * @param request sends the request once
     * @param hasEffect whether the resource shows the effect
     */
    public StateChange(Runnable request, BooleanSupplier hasEffect) {
        this(request, hasEffect, hasEffect);
    }

    /**
     * Sends the request until it is carried out.
     *
     * @param timeouts how often to repeat it, and the pauses
     */
    public void send(Timeouts timeouts) {
        Retry.of(timeouts).run(this::attempt);
    }

    private void attempt(int repetitions) {
        try {
            request.run();
        } catch (KwsException e) {
            if (!isCarriedOut(e, repetitions)) {
                throw e;
            }
        }
    }

    private boolean isCarriedOut(KwsException failure, int repetitions) {
        if (failure.isRetryable()) {
            return hasEffect.getAsBoolean();
        }
        return repetitions > 0 && failure instanceof ConflictException && explainsRefusal.getAsBoolean();
    }
}
