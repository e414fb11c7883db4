package io.kws.sdk.driver;

import io.kws.sdk.health.ServiceHealth;
import java.util.List;

/** Finds out how what a driver serves of a node does; a capability of its own. Thread-safe. */
public interface HealthProbe {
    /** {@return what stands for all of it where nothing of it answers, such as {@code identity}} */
    String name();

    /**
     * Asks each service one cheap question, side by side.
     *
     * @return each service that there is
     * @throws io.kws.sdk.errors.KwsException if none can be asked
     */
    List<ServiceHealth> check();
}
