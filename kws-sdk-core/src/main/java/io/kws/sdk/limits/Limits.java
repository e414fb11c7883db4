package io.kws.sdk.limits;

import java.util.EnumSet;
import java.util.Set;

/**
 * The limits of the project of a node's credentials, and their usage (limits and quotas of Compute API 2.1, Networking
 * API v2.0, Block Storage API v3, Object Storage API v1 and Container API v1). Thread-safe.
 */
public interface Limits {
    /**
     * Reads the limits and the usage of all services in parallel, with one call each. Blocks until all have answered.
     * Omits services that the node lacks or that do not report their usage to ordinary users.
     *
     * @return the limits
     * @throws io.kws.sdk.errors.KwsException if a service fails
     */
    default ProjectLimits get() {
        return get(EnumSet.allOf(LimitKind.class));
    }

    /**
     * Reads the limits and the usage of the services that report the given kinds; otherwise like {@link #get()}.
     *
     * @param kinds the kinds of limits
     * @return the limits, including other kinds reported by the same services
     * @throws io.kws.sdk.errors.KwsException if a service fails
     */
    ProjectLimits get(Set<LimitKind> kinds);
}
