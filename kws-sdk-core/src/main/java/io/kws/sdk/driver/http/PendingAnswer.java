package io.kws.sdk.driver.http;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** An attempt on its thread. A response that comes too late is closed, as it would keep its connection. */
final class PendingAnswer extends FutureTask<ServiceAnswer> {
    private final Transport.Exchange exchange;
    private boolean isTaken;

    PendingAnswer(Transport.Exchange exchange) {
        super(exchange::send);
        this.exchange = exchange;
    }

    /** Tells whether the service may have received the request. */
    boolean isSent(Throwable failure) {
        return exchange.isSent(failure);
    }

    /** Notes that the caller has the answer, which is not closed here then. */
    ServiceAnswer taken(ServiceAnswer answer) {
        isTaken = true;
        return answer;
    }

    /** Ends the attempt, unless its answer was taken. */
    void end() {
        if (cancel(exchange.isInterruptible())) {
            exchange.cancel();
        } else if (!isTaken) {
            closeAnswer();
        }
    }

    private void closeAnswer() {
        try {
            get().close();
        } catch (ExecutionException | InterruptedException e) {
            return; // there is none
        }
    }

    @Override
    protected void set(ServiceAnswer answer) {
        super.set(answer);
        if (isCancelled()) {
            answer.close();
        }
    }
}
