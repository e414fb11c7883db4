package io.kws.sdk.openstack.client;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.errors.WaitTimedOutException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps one token for all threads. The first thread that finds it missing or expiring logs in; others wait for it. */
final class TokenCache {
    private final Supplier<Token> login;
    private @Nullable Token current;
    private @Nullable CompletableFuture<Token> underWay;

    TokenCache(Supplier<Token> login) {
        this.login = login;
    }

    /** Returns a token that does not expire soon. */
    Token token() {
        Token token = current();
        return token != null && token.isFresh() ? token : renew(token);
    }

    /**
     * Returns another token than one that was refused or expires soon.
     *
     * @param stale that token; null if there was none
     */
    Token renew(@Nullable Token stale) {
        CompletableFuture<Token> mine = new CompletableFuture<>();
        CompletableFuture<Token> flight;
        synchronized (this) {
            if (!Objects.equals(current, stale)) {
                return Objects.requireNonNull(current);
            }
            underWay = underWay == null ? mine : underWay;
            flight = underWay;
        }
        return flight == mine ? logIn(mine) : follow(flight, stale);
    }

    private synchronized @Nullable Token current() {
        return current;
    }

    private Token logIn(CompletableFuture<Token> mine) {
        try {
            Token token = login.get();
            land(token);
            mine.complete(token);
            return token;
        } catch (RuntimeException | Error e) {
            land(null);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private synchronized void land(@Nullable Token token) {
        current = token == null ? current : token;
        underWay = null;
    }

    private Token follow(CompletableFuture<Token> flight, @Nullable Token stale) {
        try {
            return flight.get(Deadline.current().remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorDetails.withoutEffect(new CancelledException("the thread was interrupted", e));
        } catch (TimeoutException e) {
            throw ErrorDetails.withoutEffect(new WaitTimedOutException("the time allowed ran out during the login", e));
        } catch (ExecutionException e) {
            return afterFailure(e.getCause(), stale);
        }
    }

    private static KwsException copy(KwsException error) {
        if (error instanceof AuthenticationFailedException) {
            return new AuthenticationFailedException(error.reason(), error);
        }
        if (error instanceof ConfigurationException) {
            return new ConfigurationException(error.reason(), error);
        }
        KwsException copy = error instanceof NodeUnavailableException
                ? new NodeUnavailableException(error.reason(), error)
                : new ServiceFailureException(error.reason(), error);
        return ErrorDetails.withoutEffect(copy);
    }

    /** The error belongs to the thread that logged in; that it was cancelled or out of time does not concern others. */
    private Token afterFailure(@Nullable Throwable failure, @Nullable Token stale) {
        if (failure instanceof CancelledException || failure instanceof WaitTimedOutException) {
            return renew(stale);
        }
        if (!(failure instanceof KwsException error)) {
            throw new IllegalStateException("the login failed unexpectedly", failure);
        }
        throw ErrorDetails.ofCall(copy(error), error.node(), error.requestIds());
    }
}
