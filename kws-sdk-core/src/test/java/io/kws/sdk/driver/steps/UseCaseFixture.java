package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A runner on a cloud in memory. */
abstract class UseCaseFixture {
    static final Duration AMPLE = Duration.ofSeconds(20);
    static final Timeouts FAST = Timeouts.builder()
            .retries(2)
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofMillis(1))
            .pollInterval(PollInterval.every(Duration.ofMillis(1)))
            .build();

    final FakeCloud cloud = new FakeCloud();
    final Threads threads = new Threads();
    final UseCaseRunner runner = new UseCaseRunner("kws1", threads, FAST);

    @AfterEach
    void closeThreads() {
        threads.close();
    }

    /** A use case that ends in its receipt. */
    static UseCase<Receipt> useCase(Consumer<Steps> define) {
        return useCase(AMPLE, define);
    }

    static UseCase<Receipt> useCase(Duration allowed, Consumer<Steps> define) {
        return new UseCase<>("rent \"web\"", allowed, steps -> {
            define.accept(steps);
            return receipt -> receipt;
        });
    }

    Receipt run(Consumer<Steps> define) {
        return runner.run(useCase(define));
    }

    <E extends KwsException> E failure(Class<E> type, Consumer<Steps> define) {
        return failure(type, useCase(define));
    }

    <E extends KwsException> E failure(Class<E> type, UseCase<?> useCase) {
        return catchThrowableOfType(type, () -> runner.run(useCase));
    }

    static <E extends KwsException> E thrown(Class<E> type, ThrowingCallable work) {
        return catchThrowableOfType(type, work);
    }

    /** Returns the simple name of the error an operation ends in. */
    static String endOf(Operation<?> operation) {
        return thrown(KwsException.class, () -> operation.await(AMPLE))
                .getClass()
                .getSimpleName();
    }

    /** Adds a step that makes a thing. */
    Step<String> make(Steps steps, String name, Step<?>... after) {
        return steps.add("make " + name, context -> context.make(cloud.thing(name)), after);
    }

    static List<String> words(Receipt receipt) {
        return receipt.entries().stream()
                .map(entry -> entry.outcome() + " " + entry.name())
                .toList();
    }
}
