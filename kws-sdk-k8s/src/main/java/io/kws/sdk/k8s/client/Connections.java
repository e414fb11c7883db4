package io.kws.sdk.k8s.client;

import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.driver.http.Session;
import io.kws.sdk.driver.http.Sessions;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.operations.Timeouts;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps one connection for all threads; made at the first use, and made anew when its credentials are refused. */
final class Connections implements Sessions, AutoCloseable {
    private final ApiClients clients;
    private final Timeouts timeouts;
    private final ExecutorService threads;
    private @Nullable Connection current;

    /** A new connection that was refused as well: one more would not help. */
    private @Nullable Connection refused;

    Connections(ApiClients clients, Timeouts timeouts, ExecutorService threads) {
        this.clients = clients;
        this.timeouts = timeouts;
        this.threads = threads;
    }

    synchronized Connection current() {
        Connection known = current;
        if (known == null) {
            known = new Connection(clients.open(), timeouts, threads);
            current = known;
        }
        return known;
    }

    @Override
    public ServiceAnswer use(ServiceRequest request, Function<Session, ServiceAnswer> call) {
        return withCredentials(call::apply);
    }

    /** Makes a call; when its credentials are refused, once more with those that the configuration gives now. */
    <R> R withCredentials(Function<Connection, R> call) {
        Connection connection = current();
        try {
            return call.apply(connection);
        } catch (AuthenticationFailedException e) {
            if (isRefusedForGood(connection)) {
                throw e;
            }
            return again(renew(connection), call);
        }
    }

    private <R> R again(Connection connection, Function<Connection, R> call) {
        try {
            return call.apply(connection);
        } catch (AuthenticationFailedException e) {
            refuse(connection);
            throw e;
        }
    }

    private synchronized Connection renew(Connection stale) {
        if (current == stale) {
            current = null;
        }
        return current();
    }

    private synchronized boolean isRefusedForGood(Connection connection) {
        return connection == refused;
    }

    private synchronized void refuse(Connection connection) {
        refused = connection;
    }

    @Override
    public synchronized void close() {
        Connection known = current;
        if (known != null) {
            known.close();
        }
    }
}
