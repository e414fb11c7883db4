package io.kws.sdk.driver;

import java.util.List;

/** A node as what works over all nodes sees it. Thread-safe. */
public interface NodeView {
    /** {@return its name} */
    String name();

    /**
     * Returns what its drivers implement of an interface. Makes no call.
     *
     * @param type the interface
     * @param <C> the interface
     * @return the implementations; none if no driver has one
     */
    <C> List<C> capabilities(Class<C> type);
}
