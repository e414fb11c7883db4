package io.kws.sdk.driver;

import java.util.Optional;
import java.util.function.Function;

/** One node as one driver serves it. Thread-safe. */
public interface NodeDriver extends AutoCloseable {
    /**
     * Returns what the driver implements of an interface of the API, such as {@code Servers}. Makes no call.
     *
     * @param type the interface
     * @param <C> the interface
     * @return the implementation, if the driver has one
     */
    <C> Optional<C> capability(Class<C> type);

    /**
     * Tells whether the driver wraps such a client.
     *
     * @param client the client's type
     * @return whether {@link #unwrap} hands it out
     */
    boolean wraps(Class<?> client);

    /**
     * Runs work with the wrapped client, bound to this node for as long as the work runs.
     *
     * @param client the wrapped client's type
     * @param work what to do with it
     * @param <C> the wrapped client's type
     * @param <R> the work's result
     * @return the result
     */
    <C, R> R unwrap(Class<C> client, Function<C, R> work);

    /** Frees what the node holds. */
    @Override
    void close();
}
